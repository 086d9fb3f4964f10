package dev.lastseat.http.live;

import dev.lastseat.http.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event as it is sent (<a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent events</a>),
 * made once for however many.
 */
public final class Message {
  static final Message HEARTBEAT = new Message(":\n\n", false);

  private final byte[] bytes;
  private final boolean last;

  private Message(String text, boolean last) {
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.last = last;
  }

  /** A message after which there may be more. */
  public static Message of(String name, Object data) {
    return new Message(text(name, data), false);
  }

  /** The same, with what a client that was cut off says it has heard last. */
  public static Message of(String name, long id, Object data) {
    return new Message("id: " + id + "\n" + text(name, data), false);
  }

  /** Tells nothing but what a client that was cut off says it has heard last. */
  public static Message mark(long id) {
    return new Message("id: " + id + "\n\n", false);
  }

  /** Several, sent as one; none of them is a last one. */
  public static Message all(Stream<Message> messages) {
    String texts =
        messages
            .map(message -> new String(message.bytes, StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    return new Message(texts, false);
  }

  /** A message that nothing comes after. */
  public static Message last(String name, Object data) {
    return new Message(text(name, data), true);
  }

  /** The same, and after so many milliseconds a client that was cut off should come again. */
  Message retryingAfter(int millis) {
    return new Message("retry: " + millis + "\n" + new String(bytes, StandardCharsets.UTF_8), last);
  }

  private static String text(String name, Object data) {
    return "event: " + name + "\ndata: " + Json.write(data) + "\n\n";
  }

  ByteBuffer bytes() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  boolean isLast() {
    return last;
  }
}
