package dev.lastseat.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.fixture.ASchedule;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.shared.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final Instant BEGINS = Instant.parse("2027-03-28T00:30:00Z");
  private static final Duration MILLI = Duration.ofMillis(1);

  private static final ASchedule SCHEDULE = ASchedule.at(BEGINS);

  private static Event published(Schedule schedule) {
    return AnEvent.published("event-1").schedule(schedule).event();
  }

  @Test
  void what_is_sold_from_a_time_on_is_sold_from_that_very_millisecond_on() {
    Instant from = BEGINS.minus(Duration.ofDays(7));
    Event event = published(SCHEDULE.salesFrom(from).schedule());

    assertThat(event.notBookable(from.minus(MILLI))).contains(NotBookableReason.NOT_ON_SALE_YET);
    assertThat(event.notBookable(from)).isEmpty();
  }

  @Test
  void sales_that_end_before_the_beginning_end_for_new_bookings_and_not_for_what_is_held() {
    Instant until = BEGINS.minus(Duration.ofHours(1));
    Event event = published(SCHEDULE.salesUntil(until).schedule());

    assertThat(event.notBookable(until.minus(MILLI))).isEmpty();
    assertThat(event.notBookable(until)).contains(NotBookableReason.SALES_ENDED);
    assertThat(event.notConfirmable(BEGINS.minus(MILLI))).isEmpty();
    assertThat(event.notConfirmable(BEGINS)).contains(NotBookableReason.BEGUN);
  }

  @Test
  void sales_may_go_on_after_the_beginning() {
    Instant until = BEGINS.plus(Duration.ofHours(1));
    Event event = published(SCHEDULE.salesUntil(until).schedule());

    assertThat(event.notBookable(BEGINS)).isEmpty();
    assertThat(event.notBookable(until)).contains(NotBookableReason.BEGUN);
    assertThat(event.notConfirmable(until.minus(MILLI))).isEmpty();
    assertThat(event.notConfirmable(until)).contains(NotBookableReason.BEGUN);
  }

  @Test
  void without_a_word_on_sales_they_end_at_the_beginning() {
    Event event = published(SCHEDULE.schedule());

    assertThat(event.notBookable(BEGINS.minus(MILLI))).isEmpty();
    assertThat(event.notBookable(BEGINS)).contains(NotBookableReason.BEGUN);
  }

  @ParameterizedTest
  @CsvSource({
    // the night when the clocks of Berlin go from 2 to 3
    "2027-03-28T00:59:59Z, Europe/Berlin, 2027-03-28",
    "2027-03-27T22:59:59Z, Europe/Berlin, 2027-03-27",
    "2027-03-27T23:00:00Z, Europe/Berlin, 2027-03-28",
    "2027-03-28T21:59:59Z, Europe/Berlin, 2027-03-28",
    "2027-03-28T22:00:00Z, Europe/Berlin, 2027-03-29",
    "2027-03-28T00:30:00Z, America/New_York, 2027-03-27",
    "2027-03-28T10:30:00Z, Pacific/Kiritimati, 2027-03-29",
  })
  void the_day_is_that_of_the_clocks_where_it_takes_place(
      Instant begins, String zone, LocalDate day) {
    assertThat(ASchedule.at(begins).in(zone).schedule().day()).isEqualTo(day);
  }

  @Test
  void what_cannot_be_is_named() {
    assertWrong("doorsAt", () -> SCHEDULE.doors(BEGINS.plus(MILLI)).schedule());
    assertWrong("endsAt", () -> SCHEDULE.ends(BEGINS).schedule());
    assertWrong("salesFrom", () -> SCHEDULE.salesFrom(BEGINS).schedule());
    assertWrong("publishAt", () -> SCHEDULE.publishAt(BEGINS).schedule());
    assertWrong(
        "salesUntil",
        () -> SCHEDULE.ends(BEGINS.plus(MILLI)).salesUntil(BEGINS.plusMillis(2)).schedule());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Berlin", "+02:00", "Z", "Europe/Atlantis", "europe/berlin"})
  void a_zone_has_a_name_of_the_iana_database(String name) {
    assertWrong("timeZone", () -> Schedule.zone(name));
  }

  private static void assertWrong(String field, ThrowingCallable make) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(make)
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field));
  }
}
