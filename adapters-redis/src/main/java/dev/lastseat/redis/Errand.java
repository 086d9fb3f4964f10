package dev.lastseat.redis;

import java.util.function.Consumer;

/**
 * A command that nobody waits for.
 *
 * @param subject what it is about, so that whoever reads that can wait for it
 * @param owed whether it is kept while Redis is away; it must be harmless to repeat
 * @param whenDone is given the reply, if there ever is one
 */
record Errand(String subject, Command command, boolean owed, Consumer<Object> whenDone) {
  /** Dropped when Redis is away. */
  static Errand once(String subject, Command command) {
    return new Errand(subject, command, false, reply -> {});
  }

  /** Kept until Redis is back. */
  static Errand owed(String subject, Command command) {
    return new Errand(subject, command, true, reply -> {});
  }
}
