package dev.lastseat.http.live;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Accept;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.RequestLogger;
import io.javalin.http.servlet.JavalinServletContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All clients that listen. One thread tells them what is new, in rounds; none of them has a thread
 * of its own. Each has to come again after a while, so that it is counted as a request again.
 */
public final class Listeners {
  public static final String TYPE = "text/event-stream";
  private static final Duration END = Duration.ofSeconds(3);

  /** In milliseconds; not the same for all, or all would come again at once after a start. */
  private static final int MIN_RETRY = 1_000;

  private static final int MAX_RETRY = 5_000;

  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final ListenerSettings settings;
  private final Duration longest;
  private final Clock clock;
  private final RandomGenerator random;
  private final ListenerLimit limit;
  private final SenderChecks checks;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("listeners").factory());
  private volatile RequestLogger answered = (_, _) -> {};
  private volatile boolean closed;
  private long round;

  /**
   * @param longest how long one may listen before it has to come again
   * @param senders whom an Authorization header proves
   */
  public Listeners(
      ListenerSettings settings,
      Duration longest,
      Function<String, Optional<Principal>> senders,
      Clock clock,
      RandomGenerator random) {
    this.settings = settings;
    this.longest = longest;
    this.clock = clock;
    this.random = random;
    this.limit = new ListenerLimit(settings);
    this.checks = new SenderChecks(senders);
  }

  /** Who is told of each request when the listening begins, for nobody waits for its end. */
  public void begun(RequestLogger answered) {
    this.answered = answered;
  }

  /** The rounds begin. */
  public void start(Observer observer) {
    observer.figure("http.listeners", listeners::size);
    long millis = settings.pause().toMillis();
    Future<?> _ = thread.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** The media types of a route that can be listened to as well as read. */
  public List<String> offers() {
    return offersBeside(Accept.JSON);
  }

  /** Those, and that of listening where it is possible. */
  public List<String> offersBeside(List<String> others) {
    return settings.max() == 0 ? others : Stream.concat(others.stream(), Stream.of(TYPE)).toList();
  }

  /** Whether the client would rather listen than read. */
  public boolean wants(Context context) {
    return Accept.best(context, offers()).equals(TYPE);
  }

  /** Lets a client listen: it is told {@code first} now, and then what {@code source} has. */
  public void open(Context context, Message first, Source source) throws Exception {
    if (context.method().equals(HandlerType.HEAD)) {
      context.contentType(TYPE);
      return;
    }
    if (closed) {
      throw Problem.of(
          Code.SERVICE_UNAVAILABLE,
          "The service is stopping; try again.",
          Map.of("Retry-After", "1"));
    }
    Sender sender = Sender.of(context);
    limit.take(sender);
    context.status(200).contentType(TYPE).header("X-Accel-Buffering", "no");
    answered.handle(context, ((JavalinServletContext) context).executionTimeMs());
    Instant now = clock.instant();
    Listener listener = new Listener(context, sender, source, now, longest, this::leave);
    listeners.add(listener);
    context.future(
        () -> {
          listener.begin(first.retryingAfter(random.nextInt(MIN_RETRY, MAX_RETRY)), now);
          return new CompletableFuture<Void>(); // ends by itself: Javalin may not see it end
        });
  }

  private void leave(Listener listener) {
    listeners.remove(listener);
    limit.leave(listener.sender());
  }

  private void round() {
    round++;
    checks.begin();
    for (Listener listener : listeners) {
      try {
        if (round % SenderChecks.ROUNDS == 0 && !checks.isGood(listener.sender())) {
          listener.leave();
        } else {
          listener.tell(round, clock.instant());
        }
      } catch (RuntimeException | Error failed) {
        log.error("listener cannot be told", failed);
        listener.cut();
      }
    }
  }

  /** Lets all of them go; nobody can listen after that. */
  public void close() {
    closed = true;
    thread.execute(() -> listeners.forEach(Listener::leave));
    thread.shutdown();
    try {
      if (!limit.areLeftWithin(END)) {
        listeners.forEach(Listener::cut);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
