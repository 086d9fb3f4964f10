package dev.lastseat.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDetailsTest {
  private static final EventChange USUAL = EventChange.of(AnEvent.draft("event-1").details());

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000_000})
  void there_are_one_to_a_million_places(int places) {
    assertThat(USUAL.places(places).details().totalTickets()).isEqualTo(places);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
  void other_numbers_of_places_are_refused(int places) {
    assertRefused("totalTickets", USUAL.places(places));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void a_user_may_have_one_to_a_thousand_tickets(int perUser) {
    assertThat(USUAL.perUser(1_000).details().maxTicketsPerUser()).isEqualTo(1_000);
    assertRefused("maxTicketsPerUser", USUAL.perUser(perUser));
  }

  @Test
  void name_and_venue_are_trimmed_and_have_1_to_200_characters() {
    assertThat(USUAL.named("  Concert ").details().name()).isEqualTo("Concert");
    assertThat(USUAL.at("v".repeat(200)).details().venue()).hasSize(200);
    assertRefused("name", USUAL.named(" "));
    assertRefused("name", USUAL.named("n".repeat(201)));
    assertRefused("venue", USUAL.at(""));
    assertRefused("venue", USUAL.at("v".repeat(201)));
  }

  private static void assertRefused(String field, EventChange change) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(change::details)
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field));
  }
}
