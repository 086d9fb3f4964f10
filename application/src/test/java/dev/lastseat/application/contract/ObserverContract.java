package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Observer} promises. */
public abstract class ObserverContract {

  protected abstract Observer observer();

  @Test
  void what_is_watched_is_done_once_and_its_result_is_passed_on() {
    AtomicInteger done = new AtomicInteger();
    assertThat(observer().call("bookings", "record", done::incrementAndGet)).isEqualTo(1);
    long since = observer().moment();
    assertThat(observer().together("sqlite", 3, since, done::incrementAndGet)).isEqualTo(2);
    assertThat(done).hasValue(2);
  }

  @Test
  void a_failure_of_what_is_watched_is_passed_on_as_it_is() {
    StoreUnavailable away = new StoreUnavailable("away");
    Error worse = new AssertionError("worse");
    assertThatThrownBy(() -> observer().call("bookings", "record", failing(away))).isSameAs(away);
    assertThatThrownBy(() -> observer().call("bookings", "record", () -> fail(worse)))
        .isSameAs(worse);
    assertThatThrownBy(() -> observer().together("redis", 1, 0, failing(away))).isSameAs(away);
  }

  @Test
  void nothing_may_come_of_a_call() {
    assertThat(observer().<@Nullable String>call("event_cache", "forget", () -> null)).isNull();
  }

  private static Supplier<String> failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  private static String fail(Error failure) {
    throw failure;
  }

  @Test
  void a_request_may_say_anything_in_its_headers() {
    String nonsense = "\u0000\r\n: \uD800,;=%s".repeat(1_000);
    assertThatCode(
            () -> observer().request("GET", _ -> nonsense).answered("/events/{id}", 200, "ok"))
        .doesNotThrowAnyException();
  }

  @Test
  void a_request_may_have_no_headers_and_any_method() {
    assertThatCode(() -> observer().request("BREW", _ -> null).answered("none", 405, "error"))
        .doesNotThrowAnyException();
  }
}
