package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.request.RequestSettings;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StopTest extends ServerTest {
  @Test
  void what_runs_is_finished_and_nobody_new_is_let_in() {
    add(AnEvent.published("event-1"));
    String ada = token("ada");
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    house.bookings.beforeRecord(
        () -> {
          running.countDown();
          await(goOn);
        });

    var reply = inBackground(() -> book(ada, "{'eventId':'event-1'}"));
    await(running);
    var stopped = inBackground(this::closeServer);
    while (isLetIn()) {
      Thread.onSpinWait();
    }
    assertThat(reply).isNotDone();
    goOn.countDown();

    reply.join().is(201);
    assertThat(stopped.join()).isTrue();
  }

  @Test
  void two_servers_do_not_share_a_port() {
    HttpSettings same = onThePortOf(server);

    assertThatThrownBy(
            () ->
                HttpServer.start(
                    same, house.useCases(), house.ports(WINDOW, health), house.clock, house.random))
        .isInstanceOf(UnusablePort.class)
        .hasMessageContaining(String.valueOf(server.uri().getPort()));
  }

  @Test
  void a_port_in_use_is_noticed_before_anything_is_begun() {
    HttpSettings same = onThePortOf(server);

    assertThatThrownBy(() -> HttpServer.start(same, nothing(), nothing(), nothing(), nothing()))
        .isInstanceOf(UnusablePort.class);
  }

  private static HttpSettings onThePortOf(HttpServer other) {
    RequestSettings.Limits limits = new RequestSettings.Limits(1_000, 500, 100, WINDOW);
    return settings(other.uri().getPort(), CONNECTIONS, 0, limits);
  }

  @Test
  void an_address_that_this_machine_does_not_have_is_said() {
    HttpSettings some = settings();
    HttpSettings there =
        new HttpSettings(
            new HttpSettings.Listen(Optional.of("192.0.2.1"), 0),
            some.connections(),
            some.listeners(),
            some.requests(),
            some.availabilityTtl());

    assertThatThrownBy(() -> HttpServer.start(there, nothing(), nothing(), nothing(), nothing()))
        .isInstanceOf(UnusablePort.class)
        .hasMessageContaining("port 0 of 192.0.2.1 cannot be used");
  }

  /** What fails as soon as it is looked at. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  private boolean closeServer() {
    server.close();
    return true;
  }

  private boolean isLetIn() {
    try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
