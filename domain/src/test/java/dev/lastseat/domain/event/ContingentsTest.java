package dev.lastseat.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.claim.PlaceRanges.Range;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.ClockSkew;
import dev.lastseat.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContingentsTest {
  private static final Instant NOW = TickingClock.START;
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Contingent PRESS = new Contingent("Press", 10, Optional.of(LATER));
  private static final Contingent SPONSORS = new Contingent("Sponsors", 20, Optional.empty());
  private static final Contingents BOTH = new Contingents(List.of(PRESS, SPONSORS));

  private static PlaceRanges ranges(Range... ranges) {
    return new PlaceRanges(List.of(ranges));
  }

  @Test
  void they_lie_on_the_first_places_one_behind_the_other() {
    assertThat(BOTH.kept("Press", NOW)).contains(ranges(new Range(1, 10)));
    assertThat(BOTH.kept("Sponsors", NOW)).contains(ranges(new Range(11, 30)));
    assertThat(BOTH.open(100, NOW)).isEqualTo(ranges(new Range(31, 100)));
    assertThat(BOTH.last()).isEqualTo(30);
    assertThat(Contingents.NONE.open(100, NOW)).isEqualTo(PlaceRanges.upTo(100));
  }

  @Test
  void
      at_the_very_instant_of_its_release_its_places_are_for_everybody_and_the_box_office_names_it_no_more() {
    Instant before = LATER.minusMillis(1);

    assertThat(BOTH.kept("Press", before)).isPresent();
    assertThat(BOTH.kept("Press", LATER)).isEmpty();
    assertThat(BOTH.open(100, LATER)).isEqualTo(ranges(new Range(1, 10), new Range(31, 100)));
    assertThat(BOTH.kept("Sponsors", LATER)).contains(ranges(new Range(11, 30)));
    assertThat(BOTH.anyReleased(before, LATER)).isTrue();
    assertThat(BOTH.anyReleased(NOW, before)).isFalse();
    assertThat(BOTH.anyReleased(LATER, LATER.plusSeconds(1))).isFalse();
  }

  @Test
  void where_all_places_are_kept_nothing_is_open() {
    assertThat(new Contingents(List.of(SPONSORS)).open(20, NOW)).isEqualTo(ranges());
    assertThat(ranges().contain(Places.of(1))).isFalse();
  }

  @Test
  void places_of_two_are_in_neither() {
    PlaceRanges press = BOTH.kept("Press", NOW).orElseThrow();

    assertThat(press.contain(Places.of(9, 10))).isTrue();
    assertThat(press.contain(Places.of(10, 11))).isFalse();
    assertThat(BOTH.open(100, NOW).contain(Places.of(30, 31))).isFalse();
    assertThat(BOTH.open(100, NOW).contain(Places.of(31, 100))).isTrue();
    assertThat(BOTH.open(100, NOW).contain(Places.of(101))).isFalse();
  }

  @Test
  void what_is_left_is_that_of_those_that_are_kept() {
    Map<String, Integer> sold = Map.of("Press", 4, "Gone", 7);

    assertThat(BOTH.left(sold, NOW)).isEqualTo(6 + 20);
    assertThat(BOTH.left(sold, LATER)).isEqualTo(20);
  }

  @Test
  void their_text_says_all_of_them() {
    assertThat(Contingents.parse(BOTH.text())).isEqualTo(BOTH);
    assertThat(Contingents.parse("")).isEqualTo(Contingents.NONE);
  }

  @Test
  void no_two_have_the_same_name_and_there_are_twenty_at_most() {
    assertThatThrownBy(() -> new Contingents(List.of(PRESS, PRESS)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("different names");
    List<Contingent> many =
        IntStream.rangeClosed(1, 21)
            .mapToObj(number -> new Contingent("No " + number, 1, Optional.empty()))
            .toList();
    assertThatThrownBy(() -> new Contingents(many)).hasMessageContaining("20 at most");
    assertThatThrownBy(() -> new Contingent("Press", 0, Optional.empty()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Contingent("\t", 1, Optional.empty()))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void an_event_has_no_fewer_places_than_its_contingents() {
    AnEvent event = AnEvent.draft("event-1").contingents(PRESS, SPONSORS);

    assertThat(event.places(30).event().details().openPlaces(NOW)).isEqualTo(ranges());
    assertThatThrownBy(() -> event.places(29))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("at least the 30 of the contingents");
  }

  @Test
  void only_a_draft_gets_other_contingents() {
    Event draft = AnEvent.draft("event-1").event();
    EventDetails kept = EventChange.of(draft.details()).contingents(PRESS).details();
    Event published = draft.change(kept, NOW).publish(NOW);

    for (Contingent[] others :
        new Contingent[][] {
          {},
          {PRESS, SPONSORS},
          {new Contingent("Press", 11, PRESS.releaseAt())},
          {new Contingent("Media", 10, PRESS.releaseAt())}
        }) {
      EventDetails changed = EventChange.of(kept).contingents(others).details();
      assertThat(draft.change(changed, NOW).details()).isEqualTo(changed);
      assertThatThrownBy(() -> published.change(changed, NOW))
          .isInstanceOf(WrongState.class)
          .hasMessageContaining("contingents");
    }
  }

  @Test
  void a_release_can_be_changed_until_it_has_happened() {
    Event event = AnEvent.published("event-1").contingents(PRESS).event();
    EventDetails now = release(event, Optional.of(NOW));
    EventDetails never = release(event, Optional.empty());

    assertThat(event.change(now, NOW).details()).isEqualTo(now);
    Instant notYetAnywhere = LATER.minus(ClockSkew.MAX).minusMillis(1);
    assertThat(event.change(never, notYetAnywhere).details()).isEqualTo(never);
    assertThatThrownBy(() -> event.change(never, notYetAnywhere.plusMillis(1)))
        .as("released already by a clock that is ahead")
        .isInstanceOf(WrongState.class);
    EventDetails sooner = release(event, Optional.of(LATER.minusMillis(1)));
    assertThat(event.change(sooner, LATER.minusMillis(1)).details()).isEqualTo(sooner);
    assertThatThrownBy(() -> event.change(never, LATER)).isInstanceOf(WrongState.class);
    assertThat(event.change(EventChange.of(event.details()).named("Play").details(), LATER))
        .isNotEqualTo(event);
  }

  private static EventDetails release(Event event, Optional<Instant> at) {
    return EventChange.of(event.details()).contingents(new Contingent("Press", 10, at)).details();
  }
}
