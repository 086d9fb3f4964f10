package dev.lastseat.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events a list shows. */
class EventListsTest extends ServerTest {
  @BeforeEach
  void open() {
    add(event("past", -2, EventStatus.COMPLETED).at("Théâtre de l'Œuvre"));
    add(event("over", -1, EventStatus.PUBLISHED));
    add(event("soon", 1, EventStatus.PUBLISHED).at("Große Bühne"));
    add(event("off", 2, EventStatus.CANCELLED));
    add(event("later", 3, EventStatus.PUBLISHED).price(new Money(2_500, Money.currency("USD"))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', soon off later",
    "when=upcoming, soon off later",
    "when=past, past over",
    "when=all, past over soon off later",
    "when=&status=, soon off later",
    "status=published, soon later",
    "status=published&status=cancelled, soon off later",
    "status=cancelled&status=published&when=all, over soon off later",
    "status=completed&status=cancelled&when=all, past off",
    "dateTo=2027-01-01&when=all&dateFrom=2026-06-01T12:00:00Z, soon off later",
    "currency=USD, later",
    "currency=EUR&minPrice=25&when=all, past over soon off",
    "venue=grosse%20BUHNE, soon",
    "venue=theatre%20de%20l%E2%80%99oeuvre&when=all, past",
    "search=bu, soon",
    "search=OEUVRE&when=all, past"
  })
  void a_list_shows_what_was_asked_for_and_what_is_to_come_unless_told_otherwise(
      String query, String names) {
    assertThat(names(query)).containsExactly(names.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "when=soon, when, 'must be one of upcoming, past, all'",
    "status=sold&status=draft, status, 'must be one of draft, published, cancelled, completed'",
    "currency=eur, currency, must be an ISO 4217 code such as EUR",
    "search=%21, search, must have a letter or a digit",
    "search=a%E2%80%AEb, search, must not hold the invisible character U+202E",
    "venue=%E2%80%8B, venue, must not hold the invisible character U+200B"
  })
  void what_is_not_understood_is_told_by_name(String query, String field, String message) {
    Reply reply = api("/events?" + query).get().isError(Code.VALIDATION_ERROR);

    assertThat(reply.fields()).containsExactly(field);
    assertThat(reply.json().at("/errors/0/message").asText()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-06-02T14:00:00+02:00", "2026-06-02T14:00:00%2B02:00"})
  void a_plus_that_was_not_escaped_is_a_plus_in_a_time(String time) {
    assertThat(names("dateFrom=" + time)).containsExactly("soon", "off", "later");
    assertThat(names("dateTo=" + time)).containsExactly("soon");
  }

  /** Generated clients write out every default. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "search=soon%20ON&status=published&status=cancelled",
        "status=cancelled&status=published&search=Soon++on",
        "when=upcoming&sortBy=date&sortOrder=asc&search=SOON%20on&status=published&status=cancelled",
        "venue=&search=so%C3%B3n%20on&status=cancelled&status=published&status=published"
      })
  void a_cursor_goes_on_in_a_list_that_means_the_same_however_it_is_spelt(String query) {
    add(event("soon on", 4, EventStatus.PUBLISHED));
    add(event("soon, on", 5, EventStatus.PUBLISHED));
    String first = "search=soon+on&status=published&status=cancelled&limit=1&cursor=";
    String next = api("/events?" + first).get().json().at("/meta/nextCursor").asText();

    assertThat(names(query + "&limit=2&cursor=" + next)).containsExactly("soon, on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"when=all", "status=published", "sortBy=name", "search=o", "minPrice=1"})
  void a_cursor_of_a_list_that_means_something_else_is_refused(String query) {
    String next = api("/events?limit=1&cursor=").get().json().at("/meta/nextCursor").asText();

    Reply reply = api("/events?" + query + "&cursor=" + next).get();
    assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly("cursor");
  }

  @Test
  void an_event_is_past_from_the_instant_it_begins() {
    house.clock.advance(Duration.ofDays(1));

    assertThat(names("")).containsExactly("off", "later");
    assertThat(names("when=past")).containsExactly("past", "over", "soon");
  }

  private static AnEvent event(String name, int day, EventStatus status) {
    return AnEvent.with("event-" + name.replaceAll("\\W+", "-") + day, status)
        .named(name)
        .at("Hall")
        .on(TickingClock.START.plus(Duration.ofDays(day)));
  }

  private List<String> names(String query) {
    return api("/events?" + query).get().is(200).data().findValuesAsText("name");
  }
}
