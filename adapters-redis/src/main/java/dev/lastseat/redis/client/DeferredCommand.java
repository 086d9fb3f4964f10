package dev.lastseat.redis.client;

import java.util.function.Consumer;

/**
 * A command that nobody waits for.
 *
 * @param mustDeliver whether it is sent again when Redis did not answer; harmless to repeat
 * @param onReply is given the reply, if there ever is one
 */
public record DeferredCommand(Command command, boolean mustDeliver, Consumer<Reply> onReply) {
  /** Dropped when Redis is away. */
  public static DeferredCommand droppable(Command command) {
    return new DeferredCommand(command, false, reply -> {});
  }

  /** Kept until Redis is back, unless too much waits. */
  public static DeferredCommand mustDeliver(Command command) {
    return new DeferredCommand(command, true, reply -> {});
  }
}
