package dev.lastseat.http.live;

import dev.lastseat.domain.shared.Instants;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that listens. What it is told is written without waiting, one message at a time, so
 * that it costs no thread, and no memory beyond one message: who has not taken the last one is told
 * nothing more, and is cut off after a while.
 */
final class Listener {
  /** Less than the idle timeouts of proxies, most of which wait for 30 to 60 s. */
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private final HttpServletRequest servlet;
  private final ServletContextRequest request;
  private final Sender sender;
  private final Source source;
  private final Instant began;
  private final Duration longest;
  private final Consumer<Listener> end;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean taken;
  private volatile boolean leaving;
  private Instant told;
  private @Nullable Instant waitingSince;

  /**
   * Is told nothing before its first message.
   *
   * @param longest for how long, before it has to come again
   * @param end is told of the end, whatever it is
   */
  Listener(
      Context context,
      Sender sender,
      Source source,
      Instant now,
      Duration longest,
      Consumer<Listener> end) {
    this.servlet = context.req();
    this.request = ServletContextRequest.getServletContextRequest(servlet);
    this.sender = sender;
    this.source = source;
    this.told = now;
    this.began = now;
    this.longest = longest;
    this.end = end;
  }

  Sender sender() {
    return sender;
  }

  /** The request is left open, and what is told from now on is its answer. */
  void begin(Message first, Instant now) {
    tell(first, now);
  }

  /** Tells what there is to tell, if the client has taken what it was told before. */
  void tell(long round, Instant now) {
    if (!taken) {
      waitingSince = waitingSince == null ? now : waitingSince;
      if (!Instants.areWithin(PATIENCE, waitingSince, now)) {
        cut();
      }
    } else if (Instants.areWithin(longest, began, now)) {
      source.next(round).ifPresentOrElse(message -> tell(message, now), () -> beat(now));
    } else {
      complete();
    }
  }

  private void beat(Instant now) {
    if (!Instants.areWithin(HEARTBEAT, told, now)) {
      tell(Message.HEARTBEAT, now);
    }
  }

  private void tell(Message message, Instant now) {
    told = now;
    taken = false;
    waitingSince = null;
    if (message.isLast()) {
      leaving = true;
    }
    try {
      request
          .getServletContextResponse()
          .write(false, message.bytes(), Callback.from(this::taken, _ -> cut()));
    } catch (IllegalStateException gone) {
      cut(); // the server has seen it first
    }
  }

  private void taken() {
    taken = true;
    if (leaving) {
      complete();
    }
  }

  /** Ends as soon as the client has taken what it was told. */
  void leave() {
    leaving = true;
    if (taken) {
      complete();
    }
  }

  /** Ends at once, and the client sees that it was no end in order. */
  void cut() {
    if (!ended.get()) {
      request.getConnectionMetaData().getConnection().close();
      complete();
    }
  }

  /** Once only, for the server uses what belongs to a request again for the next one. */
  private void complete() {
    if (ended.compareAndSet(false, true)) {
      try {
        servlet.getAsyncContext().complete();
      } catch (IllegalStateException gone) {
        log.atDebug().setCause(gone).log("the server has seen by itself that a listener is gone");
      }
      end.accept(this);
    }
  }
}
