package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adding events and finding them again. */
interface EventReadsContract extends StoreTest {
  @ParameterizedTest
  @EnumSource
  default void an_event_is_found_as_it_was_added(EventStatus status) {
    Event event = stores().add(AnEvent.with("event-1", status));

    assertThat(stores().events().find(event.id())).contains(event);
  }

  @Test
  default void nothing_of_an_event_is_lost() {
    Event event =
        stores()
            .add(
                AnEvent.draft("event-1")
                    .named("O'Brien & \"Søn\" – 東京 🎟 50 % \\ $x {y}")
                    .at("Café 'Étoile'; DROP TABLE events; --")
                    .places(1_000_000)
                    .perUser(1_000)
                    .price(new Money(Money.MAX_PRICE, Money.currency("JPY")))
                    .on(Instant.parse("2031-12-31T23:59:59.999Z"))
                    .createdAt(Instant.parse("2026-01-02T03:04:05.006Z")));

    assertThat(stores().events().find(event.id())).contains(event);
  }

  @Test
  default void an_event_that_nobody_added_is_not_found() {
    assertThat(stores().events().find(new EventId("none"))).isEmpty();
  }

  @Test
  default void a_deleted_event_is_not_found_but_remembered() {
    Event event = stores().add(AnEvent.published("event-1"));
    stores().events().delete(event, TickingClock.START);

    assertThat(stores().events().find(event.id())).isEmpty();
    assertThat(stores().events().findAll(List.of(event.id())).keySet()).containsExactly(event.id());
  }

  @Test
  default void of_several_events_those_are_found_that_were_ever_added() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.draft("event-2"));
    stores().add(AnEvent.draft("event-3"));

    var wanted = List.of(two.id(), new EventId("none"), one.id(), one.id());
    assertThat(stores().events().findAll(wanted))
        .containsOnlyKeys(one.id(), two.id())
        .containsValues(one, two);
    assertThat(stores().events().findAll(List.of())).isEmpty();
  }
}
