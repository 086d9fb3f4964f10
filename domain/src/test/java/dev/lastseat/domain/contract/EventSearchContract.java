package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Period;
import dev.lastseat.domain.fixture.ASchedule;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding events by what is known of them. */
interface EventSearchContract extends StoreTest {
  private List<Event> found(AnEventQuery query) {
    return stores().events().search(query.query()).items();
  }

  private List<Event> withStatuses(Set<EventStatus> statuses) {
    return stores().events().search(AnEventQuery.all().statuses(statuses).query()).items();
  }

  @Test
  default void events_are_found_by_who_runs_them() {
    Event event = stores().add(AnEvent.published("event-1"));

    assertThat(found(AnEventQuery.all().runBy(AnEvent.ORGANISER))).containsExactly(event);
    assertThat(found(AnEventQuery.all().runBy(new UserId("nobody")))).isEmpty();
  }

  @Test
  default void events_are_found_by_any_of_several_statuses_and_by_none_none() {
    Event draft = stores().add(AnEvent.draft("event-1"));
    Event published = stores().add(AnEvent.published("event-2"));
    Event cancelled = stores().add(AnEvent.with("event-3", EventStatus.CANCELLED));

    assertThat(withStatuses(Set.of(EventStatus.DRAFT))).containsExactly(draft);
    assertThat(withStatuses(Set.of(EventStatus.PUBLISHED, EventStatus.CANCELLED)))
        .containsExactlyInAnyOrder(published, cancelled);
    assertThat(withStatuses(Set.of())).isEmpty();
  }

  @Test
  default void a_deleted_event_is_not_listed() {
    Event deleted = stores().add(AnEvent.published("event-1"));
    stores().events().delete(deleted, TickingClock.START);

    assertThat(found(AnEventQuery.all())).isEmpty();
    assertThat(found(AnEventQuery.all().text("concert"))).isEmpty();
  }

  @Test
  default void the_bounds_of_the_date_are_inclusive() {
    Instant day = TickingClock.START.plus(Duration.ofDays(10));
    stores().add(AnEvent.published("event-1").on(day.minusMillis(1)));
    Event first = stores().add(AnEvent.published("event-2").on(day));
    Event last = stores().add(AnEvent.published("event-3").on(day.plusSeconds(60)));
    stores().add(AnEvent.published("event-4").on(day.plusSeconds(60).plusMillis(1)));

    var between = AnEventQuery.all().dates(Optional.of(day), Optional.of(day.plusSeconds(60)));
    assertThat(found(between)).containsExactly(first, last);
  }

  @Test
  default void a_day_is_one_where_the_event_takes_place() {
    Instant midnight = Instant.parse("2027-03-28T00:00:00Z");
    Event berlin = stores().add(clocked("berlin", midnight, "Europe/Berlin"));
    Event london = stores().add(clocked("london", midnight, "Europe/London"));
    Event york = stores().add(clocked("york", midnight, "America/New_York"));
    Event island =
        stores().add(clocked("island", midnight.plusSeconds(36_000), "Pacific/Kiritimati"));

    assertThat(found(AnEventQuery.all().during(days("2027-03-28", "2027-03-28"))))
        .containsExactlyInAnyOrder(berlin, london);
    assertThat(found(AnEventQuery.all().during(days("2027-03-27", "2027-03-27"))))
        .containsExactly(york);
    assertThat(found(AnEventQuery.all().during(days("2027-03-29", "2027-03-30"))))
        .containsExactly(island);
  }

  private static AnEvent clocked(String id, Instant begins, String zone) {
    return AnEvent.published(id).schedule(ASchedule.at(begins).in(zone).schedule());
  }

  private static Period days(String first, String last) {
    return new Period(
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse(first)),
        Optional.of(LocalDate.parse(last)));
  }

  @Test
  default void a_venue_is_found_as_a_whole_in_any_case_and_whatever_the_accents() {
    Event event = stores().add(AnEvent.published("event-1").at("Théâtre de l'Étoile"));
    stores().add(AnEvent.published("event-2").at("Théâtre de l'Étoile, Foyer"));

    for (String venue :
        List.of("théâtre DE L'ÉTOILE", " theatre de  l’etoile ", "Theatre de letoile")) {
      assertThat(found(AnEventQuery.all().venue(venue))).as(venue).containsExactly(event);
    }
    assertThat(found(AnEventQuery.all().venue("Étoile"))).isEmpty();
    assertThat(found(AnEventQuery.all().venue(".*"))).isEmpty();
    assertThat(found(AnEventQuery.all().venue("%"))).isEmpty();
  }

  @Test
  default void the_bounds_of_the_price_are_inclusive_and_in_major_units() {
    Event cheap = stores().add(priced("event-1", 999, "EUR"));
    Event middle = stores().add(priced("event-2", 1_000, "EUR"));
    Event yen = stores().add(priced("event-3", 11, "JPY"));
    Event dinar = stores().add(priced("event-4", 12_005, "KWD"));

    assertThat(found(prices("10", "11"))).containsExactlyInAnyOrder(middle, yen);
    assertThat(found(prices("0", "9.99"))).containsExactly(cheap);
    assertThat(found(prices("12.005", "12.0050"))).containsExactly(dinar);
    assertThat(found(prices("9.991", "9.999"))).isEmpty();
  }

  @Test
  default void a_currency_leaves_out_the_prices_of_others() {
    Event euro = stores().add(priced("event-1", 1_000, "EUR"));
    stores().add(priced("event-2", 1_000, "USD"));

    assertThat(found(AnEventQuery.all().currency("EUR"))).containsExactly(euro);
    assertThat(found(prices("0", "9.99").currency("EUR"))).isEmpty();
  }

  @Test
  default void bounds_of_the_price_of_any_size_and_scale_are_no_error() {
    Event event = stores().add(priced("event-1", 1_000, "EUR"));

    assertThat(found(prices("9.99999999999999999", "1e40"))).containsExactly(event);
    assertThat(found(prices("1e40", "1e41"))).isEmpty();
    assertThat(found(prices("-1e40", "1e-40"))).isEmpty();
    assertThat(found(prices("10.00001", "11"))).isEmpty();
    assertThat(found(prices("9", "9.99999"))).isEmpty();
  }

  @Test
  default void all_words_must_occur_in_name_or_venue_in_any_case_and_whatever_the_accents() {
    Event event = stores().add(AnEvent.published("event-1").named("Bach für Élise").at("Zürich"));
    stores().add(AnEvent.published("event-2").named("Bach").at("Oslo"));

    for (String words : List.of("elise", "ÉLISE bach", "zurich  Bach", "fur", "ZÜRICH")) {
      assertThat(found(AnEventQuery.all().text(words))).as(words).containsExactly(event);
    }
    assertThat(found(AnEventQuery.all().text("bach"))).hasSize(2);
    assertThat(found(AnEventQuery.all().text("bach paris"))).isEmpty();
  }

  @Test
  default void the_words_of_query_languages_are_words_like_any_other() {
    Event both = stores().add(AnEvent.published("event-1").named("Rock and Roll"));
    stores().add(AnEvent.published("event-2").named("Rock Roll"));

    assertThat(found(AnEventQuery.all().text("rock AND roll"))).containsExactly(both);
    assertThat(found(AnEventQuery.all().text("rock OR roll"))).isEmpty();
    assertThat(found(AnEventQuery.all().text("rock NOT roll"))).isEmpty();
    assertThat(found(AnEventQuery.all().text("rock & roll"))).hasSize(2);
  }

  @Test
  default void a_changed_event_is_found_by_its_new_words_only() {
    Event event = stores().add(AnEvent.published("event-1").named("Opera"));
    var details = AnEvent.published("event-1").named("Ballet").event().details();
    stores().events().update(event.change(details, TickingClock.START));

    assertThat(found(AnEventQuery.all().text("ballet"))).hasSize(1);
    assertThat(found(AnEventQuery.all().text("opera"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "concert\"",
        "\"concert",
        "concert*",
        "concert AND",
        "NOT concert",
        "OR",
        "NEAR(concert",
        "concert NEAR/2 hall",
        "^concert",
        "name:concert",
        "{name} : concert",
        "concert -hall",
        "$where",
        "{\"$gt\":\"\"}",
        "[a-z",
        "'; DROP TABLE events; --",
        "concert 🎟"
      })
  default void no_word_of_a_search_is_an_operator(String text) {
    stores().add(AnEvent.published("event-1"));

    assertThat(found(AnEventQuery.all().text(text))).hasSizeBetween(0, 1);
    assertThat(found(AnEventQuery.all().text("concert"))).hasSize(1);
  }

  @Test
  default void all_that_is_asked_for_must_hold_at_once() {
    Event event = stores().add(AnEvent.published("event-1").named("Jazz").at("Blue Room"));
    stores().add(AnEvent.published("event-2").named("Jazz").at("Red Room"));
    stores().add(AnEvent.published("event-3").named("Rock").at("Blue Room"));

    assertThat(found(AnEventQuery.all().text("jazz").venue("blue room"))).containsExactly(event);
  }

  private static AnEvent priced(String id, long minorUnits, String currency) {
    return AnEvent.published(id).price(new Money(minorUnits, Money.currency(currency)));
  }

  private static AnEventQuery prices(String min, String max) {
    return AnEventQuery.all().prices(min, max);
  }
}
