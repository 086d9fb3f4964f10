package dev.lastseat.http.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.analytics.CountSales;
import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeFactPositions;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sales go, as those who run events are told. The clock begins on 1 June 2026 at noon. */
class AnalyticsTest extends ServerTest {
  private static final String JUNE = "?from=2026-06-01&to=2026-06-30";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").named("Ballet").places(3));
    add(AnEvent.published("event-2").named("Choir").places(9));
  }

  private void count() {
    FakeFactLog log = new FakeFactLog(house.store);
    new FollowFacts(log, new FakeFactPositions(), List.of(new CountSales(log, house.figures)))
        .handle();
  }

  private String held(String event) {
    return book(token("anna"), "{'eventId':'" + event + "','hold':true}")
        .is(201)
        .header("Location");
  }

  @Test
  void an_event_is_told_by_day_with_what_was_sold_held_and_given_back() {
    book(token("anna"), "{'eventId':'event-1','quantity':2}").is(201);
    root(held("event-1") + "/confirm").as(token("anna")).send("PATCH").is(200);
    house.clock.advance(Duration.ofDays(1));
    String location = book(token("ben"), "{'eventId':'event-2'}").is(201).header("Location");
    root(location + "/cancel").as(token("ben")).send("PATCH").is(200);
    count();

    Reply first = api("/events/event-1/analytics" + JUNE).as(admin()).get().is(200);
    assertThat(first.json().at("/data/totals/0").toString())
        .isEqualTo(
            "{\"currency\":\"EUR\",\"bookings\":2,\"tickets\":3,\"revenue\":75.0,"
                + "\"cancelledBookings\":0,\"cancelledTickets\":0,\"cancelledRevenue\":0.0,\"returnFees\":0.0,"
                + "\"holds\":1,\"holdsConfirmed\":1,\"holdsExpired\":0,\"holdsCancelled\":0,"
                + "\"conversion\":1.0}");
    assertThat(first.json().at("/data/buckets").size()).isEqualTo(1);
    assertThat(first.text("/buckets/0/start")).isEqualTo("2026-06-01T00:00:00.000Z");
    assertThat(first.text("/events/0/soldOutBy")).isEqualTo("2026-06-01T12:15:00.000Z");

    Reply all = api("/analytics" + JUNE).as(admin()).get().is(200);
    assertThat(all.json().at("/data/buckets").size()).isEqualTo(2);
    assertThat(all.json().at("/data/events/0/name").asText()).isEqualTo("Ballet");
    assertThat(all.json().at("/data/events/1/tickets").asInt()).isEqualTo(1);
    assertThat(all.json().at("/data/events/1/soldOutBy").isMissingNode()).isTrue();
  }

  @Test
  void hours_and_days_are_those_of_the_zone_that_was_asked_for() {
    house.clock.advance(Duration.ofHours(7)); // 19:00 in UTC, half past midnight in India
    book(token("anna"), "{'eventId':'event-1'}").is(201);
    count();

    String path = "/events/event-1/analytics" + JUNE;
    Reply india = api(path + "&zone=Asia/Kolkata").as(admin()).get().is(200);
    assertThat(india.text("/buckets/0/start")).isEqualTo("2026-06-01T18:30:00.000Z");
    assertThat(india.text("/buckets/0/localStart")).isEqualTo("2026-06-02T00:00:00+05:30");
    Reply hour = api(path + "&bucket=hour").as(admin()).get().is(200);
    assertThat(hour.text("/buckets/0/start")).isEqualTo("2026-06-01T19:00:00.000Z");
  }

  @Test
  void organisers_see_the_figures_of_their_own_events_only() {
    book(token("anna"), "{'eventId':'event-1'}").is(201);
    count();
    String owner = token(AnEvent.ORGANISER.value(), Role.ORGANISER);
    String other = token("other", Role.ORGANISER);

    assertThat(api("/analytics" + JUNE).as(owner).get().is(200).json().at("/data/totals").size())
        .isEqualTo(1);
    assertThat(api("/analytics" + JUNE).as(other).get().is(200).json().at("/data/totals").size())
        .isZero();
    api("/events/event-1/analytics").as(owner).get().is(200);
    api("/events/event-1/analytics").as(other).get().is(403);
    api("/events/none/analytics").as(owner).get().is(404);
  }

  @Test
  void an_event_that_was_deleted_still_has_its_figures() {
    String location = book(token("anna"), "{'eventId':'event-1'}").is(201).header("Location");
    root(location + "/cancel").as(token("anna")).send("PATCH").is(200);
    house.events.delete(
        house.events.find(new EventId("event-1")).orElseThrow(), house.clock.instant());
    count();
    api("/events/event-1/analytics").as(admin()).get().is(200);
  }

  @Test
  void times_that_make_no_sense_are_refused_by_name() {
    assertThat(refused("?from=2026-06-02&to=2026-06-01")).contains("must be before 2026-06-01T23");
    assertThat(refused("?from=2024-01-01&to=2026-06-01")).contains("366 days");
    assertThat(refused("?from=2026-01-01&to=2026-06-01&bucket=hour")).contains("31 days");
    assertThat(refused("?zone=Mars")).contains("Europe/Berlin");
    assertThat(refused("?bucket=year")).contains("hour, day");
    assertThat(refused("?until=2026-06-01")).contains("until");
  }

  private String refused(String query) {
    return api("/analytics" + query).as(admin()).get().is(400).json().toString();
  }
}
