package dev.lastseat.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.fake.FakeObserver;
import dev.lastseat.domain.fixture.TickingClock;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners that are told more than they take, by sources that tell it without end. */
class SlowListenersTest {
  private static final Message LARGE = Message.of("large", "x".repeat(1 << 20));
  private static final Message TIME = Message.of("time", "passes");

  private final TickingClock clock = new TickingClock();
  private final FakeObserver observer = new FakeObserver();
  private final Listeners listeners =
      new Listeners(
          new ListenerSettings(10, 10, Duration.ofMillis(1)),
          Duration.ofDays(1),
          _ -> Optional.empty(),
          clock,
          new Random(7));
  private Javalin server;

  @BeforeEach
  void start() {
    server =
        Javalin.create(
            config -> {
              listen(config, "/large", _ -> Optional.of(LARGE));
              listen(config, "/bad", SlowListenersTest::fail);
              config.routes.get("/clock", context -> listeners.open(context, TIME, new Time()));
            });
    server.start(0);
    listeners.start(observer);
  }

  private void listen(JavalinConfig config, String path, Source source) {
    config.routes.get(path, context -> listeners.open(context, LARGE, source));
  }

  /** Something new whenever the clock has moved. */
  private final class Time implements Source {
    private Instant told = clock.instant();

    @Override
    public Optional<Message> next(long round) {
      Instant now = clock.instant();
      boolean moved = !now.equals(told);
      told = now;
      return moved ? Optional.of(TIME) : Optional.empty();
    }
  }

  private static Optional<Message> fail(long round) {
    throw new IllegalStateException("no news in round " + round);
  }

  @AfterEach
  void stop() {
    listeners.close();
    server.stop();
  }

  @Test
  void who_does_not_read_is_waited_for_and_cut_off_and_holds_up_nobody() throws IOException {
    try (Socket slow = new Socket();
        Listening other = Listening.to(uri("/clock"))) {
      slow.setReceiveBufferSize(1 << 16);
      slow.connect(new InetSocketAddress("localhost", server.port()));
      slow.getOutputStream()
          .write(
              "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      other.next();
      while (observer.count("http.listeners") < 2) {
        Thread.onSpinWait();
      }
      while (observer.count("http.listeners") > 1) {
        clock.advance(Duration.ofSeconds(1));
        assertThat(other.next().getFirst()).isEqualTo("event: time");
      }
    }
  }

  @Test
  void a_source_that_fails_ends_the_listening_of_its_own_listener_alone() {
    try (Listening bad = Listening.to(uri("/bad"));
        Listening other = Listening.to(uri("/clock"))) {
      bad.next();
      assertThatThrownBy(bad::next).isInstanceOf(UncheckedIOException.class);
      other.next();
      clock.advance(Duration.ofSeconds(1));
      assertThat(other.next().getFirst()).isEqualTo("event: time");
    }
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }
}
