package dev.lastseat.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ASchedule;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When events take place and are sold, by the clocks that organisers and visitors look at. */
class EventTimesTest extends ServerTest {
  private static final String WHOLE =
      "{'name':'Play','venue':'Arena','totalTickets':50,'price':12.5,'date':'2027-03-28T20:00:00Z'%s}";

  private Reply create(String times) {
    return api("/events").as(admin()).send("POST", WHOLE.formatted(times));
  }

  @Test
  void the_times_of_an_event_are_shown_in_utc_and_by_its_own_clocks() {
    Reply event =
        create(
                ",'timeZone':'Europe/Berlin','doorsAt':'2027-03-28T21:00:00+02:00',"
                    + "'endsAt':'2027-03-29T00:30:00+02:00','salesFrom':'2027-03-27T12:00:00+01:00',"
                    + "'salesUntil':'2027-03-28T22:30:00+02:00'")
            .is(201);

    assertThat(event.text("/timeZone")).isEqualTo("Europe/Berlin");
    assertThat(event.text("/doorsAt")).isEqualTo("2027-03-28T19:00:00.000Z");
    assertThat(event.text("/local/date")).isEqualTo("2027-03-28T22:00:00+02:00");
    assertThat(event.text("/local/doorsAt")).isEqualTo("2027-03-28T21:00:00+02:00");
    assertThat(event.text("/local/endsAt")).isEqualTo("2027-03-29T00:30:00+02:00");
    assertThat(event.text("/local/salesFrom")).isEqualTo("2027-03-27T12:00:00+01:00");
    assertThat(event.text("/local/salesUntil")).isEqualTo("2027-03-28T22:30:00+02:00");
  }

  @Test
  void what_is_not_said_is_not_shown_and_the_clocks_are_those_of_utc() {
    Reply event = create("").is(201);

    assertThat(event.text("/timeZone")).isEqualTo("UTC");
    assertThat(event.text("/local/date")).isEqualTo("2027-03-28T20:00:00+00:00");
    assertThat(event.data().has("doorsAt")).isFalse();
    assertThat(event.data().at("/local").has("doorsAt")).isFalse();
  }

  @Test
  void a_patch_gives_times_and_takes_them_away() {
    String path = "/events/" + create(",'timeZone':'Europe/Berlin'").is(201).text("/id");

    Reply given = patch(path, "{'endsAt':'2027-03-28T22:00:00Z'}").is(200);
    assertThat(given.text("/local/endsAt")).isEqualTo("2027-03-29T00:00:00+02:00");

    Reply taken = patch(path, "{'endsAt':null,'timeZone':null}").is(200);
    assertThat(taken.data().has("endsAt")).isFalse();
    assertThat(taken.text("/timeZone")).isEqualTo("UTC");
  }

  private Reply patch(String path, String body) {
    return api(path).as(admin()).with("If-Match", "*").send("PATCH", body);
  }

  @ParameterizedTest
  @CsvSource({
    "timeZone, Berlin",
    "timeZone, +02:00",
    "doorsAt, 2027-03-28T20:00:01Z",
    "endsAt, 2027-03-28T20:00:00Z",
    "salesFrom, 2027-03-28T20:00:00Z",
    "publishAt, 2027-03-28T20:00:00Z",
    "publishAt, 2020-01-01T00:00:00Z",
    "salesUntil, tomorrow",
  })
  void a_time_that_cannot_be_is_named(String field, String value) {
    Reply refused = create(",'" + field + "':'" + value + "'").isError(Code.VALIDATION_ERROR);

    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void the_sale_opens_by_itself_at_its_time_and_ends_so() {
    Instant now = house.clock.instant();
    ASchedule times =
        ASchedule.at(now.plus(Duration.ofHours(3)))
            .salesFrom(now.plus(Duration.ofHours(1)))
            .salesUntil(now.plus(Duration.ofHours(2)));
    add(AnEvent.published("event-1").schedule(times.schedule()));

    assertThat(reason()).isEqualTo("NOT_ON_SALE_YET");
    book(token("anna"), "{'eventId':'event-1'}").isError(Code.EVENT_NOT_BOOKABLE);

    house.clock.advance(Duration.ofHours(1));
    assertThat(reason()).isEmpty();
    Reply held = book(token("anna"), "{'eventId':'event-1','hold':true}").is(201);

    house.clock.advance(Duration.ofHours(1));
    assertThat(reason()).isEqualTo("SALES_ENDED");
    book(token("bob"), "{'eventId':'event-1'}").isError(Code.EVENT_NOT_BOOKABLE);
    assertThat(held.text("/expiresAt")).isNotEmpty();
  }

  private String reason() {
    return api("/events/event-1").get().is(200).data().path("notBookableReason").asText();
  }

  @ParameterizedTest
  @CsvSource({
    "dateFrom=2027-03-28&dateTo=2027-03-28, berlin london",
    "dateFrom=2027-03-28, berlin london tokyo",
    "dateTo=2027-03-27, york",
    "dateFrom=2027-03-28&dateTo=2027-03-28&zone=Europe/Berlin, berlin london york tokyo",
    "dateFrom=2027-03-29&zone=Asia/Tokyo, tokyo",
    "dateTo=2027-03-27&zone=America/New_York, berlin london york",
    "dateFrom=2027-03-28T15:00:00Z, tokyo",
  })
  void days_are_those_of_the_events_or_of_the_zone_that_was_asked_for(String query, String found) {
    Instant midnight = Instant.parse("2027-03-28T00:00:00Z");
    clocked("berlin", midnight, "Europe/Berlin");
    clocked("london", midnight.plusSeconds(1), "Europe/London");
    clocked("york", midnight.plusSeconds(2), "America/New_York");
    clocked("tokyo", midnight.plus(Duration.ofHours(15)), "Asia/Tokyo");

    List<String> ids = api("/events?" + query).get().is(200).data().findValuesAsText("id");

    assertThat(String.join(" ", ids)).isEqualTo(found);
  }

  private Event clocked(String id, Instant begins, String zone) {
    return add(AnEvent.published(id).schedule(ASchedule.at(begins).in(zone).schedule()));
  }

  @Test
  void a_zone_that_nobody_knows_is_refused() {
    api("/events?dateFrom=2027-03-28&zone=Mars").get().isError(Code.VALIDATION_ERROR);
  }
}
