package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoxOfficeTest extends ServerTest {
  private Reply sell(String price) {
    return api("/events/event-1/box-office")
        .as(token("sam", Role.STAFF))
        .with("Idempotency-Key", new UUID(1, 1).toString())
        .send("POST", "{'price':%s,'guest':{'name':'Eve'}}".formatted(price));
  }

  @Test
  void a_price_in_another_currency_than_the_event_is_sold_in_is_refused_by_that_name() {
    add(AnEvent.published("event-1"));

    assertThat(sell("1,'currency':'USD'").is(400).fields()).containsExactly("currency");
    assertThat(sell("1,'currency':'EUR'").is(201).text("/totalPrice")).isEqualTo("1.0");
  }
}
