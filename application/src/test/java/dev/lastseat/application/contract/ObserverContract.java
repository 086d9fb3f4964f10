package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lastseat.application.port.Observer;
import org.junit.jupiter.api.Test;

/** What {@link Observer} promises. */
public abstract class ObserverContract {

  protected abstract Observer observer();

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
