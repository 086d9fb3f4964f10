package dev.lastseat.http.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.Wire;
import dev.lastseat.http.json.Code;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list can be asked, and what it cannot. */
class QueriesTest extends ServerTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  @BeforeEach
  void open() {
    NAMES.forEach(name -> add(AnEvent.published("event-" + name).named(name)));
  }

  @Test
  void all_parameters_that_are_wrong_are_told_at_once() {
    Reply reply =
        api("/events?limit=0&page=x&status=sold&dateFrom=soon&minPrice=-1&sortBy=id&colour=red")
            .get();
    assertThat(reply.isError(Code.VALIDATION_ERROR).fields())
        .containsExactlyInAnyOrder(
            "limit", "page", "status", "dateFrom", "minPrice", "sortBy", "colour");
    assertThat(api("/events?limit=101").get().fields()).containsExactly("limit");
    assertThat(api("/events?page=2&cursor=").get().fields()).containsExactly("page");
    assertThat(api("/events?limit=1&limit=2").get().fields()).containsExactly("limit");
  }

  @Test
  void a_client_that_always_sends_the_first_page_may_use_cursors_too() {
    String next = list("limit=2&page=1&cursor=").json().at("/meta/nextCursor").asText();
    assertThat(names(list("limit=2&page=1&cursor=" + next))).hasSize(2);
  }

  @Test
  void a_search_for_no_word_finds_nothing_but_an_error() {
    for (String search : new String[] {"!!!", "%20-%20", "%CC%81", "%F0%9F%8E%AB"}) {
      Reply reply = api("/events?search=" + search).get().isError(Code.VALIDATION_ERROR);
      assertThat(reply.fields()).as(search).containsExactly("search");
    }
    assertThat(names(list("search="))).hasSize(5);
    assertThat(names(list("search=%C3%81!"))).containsExactly("a");
  }

  @Test
  void a_number_is_written_in_plain_digits() {
    for (String number : new String[] {"%2B1", "-1", "%D9%A1", "%EF%BC%91", "1.0", "1e0", "%201"}) {
      assertThat(api("/events?page=" + number).get().isError(Code.VALIDATION_ERROR).fields())
          .as(number)
          .containsExactly("page");
    }
    list("page=01");
  }

  @Test
  void the_bounds_of_a_number_are_told_in_plain_digits() {
    String bounds = "must be a number from 0 to less than 1000000000000000, of at most 10 decimals";
    for (String price : new String[] {"1e16", "1000000000000000", "-1", "0.00000000001"}) {
      Reply reply = api("/events?minPrice=" + price).get().isError(Code.VALIDATION_ERROR);
      assertThat(reply.json().at("/errors/0/message").asText()).as(price).isEqualTo(bounds);
    }
    list("minPrice=999999999999999.9999999999");
    assertThat(api("/events?limit=1000").get().json().at("/errors/0/message").asText())
        .isEqualTo("must be a whole number from 1 to 100");
  }

  @Test
  void a_query_that_is_no_percent_encoded_text_is_refused() {
    for (String bad : new String[] {"%zz", "%", "%4", "%FF", "%C3%28", "%ED%A0%80"}) {
      assertThat(Wire.request(server.uri(), "GET /api/v1/events?search=" + bad))
          .as(bad)
          .startsWith("HTTP/1.1 400")
          .contains("VALIDATION_ERROR");
    }
    assertThat(names(list("search=&&search=%61+b%20c"))).isEmpty();
  }

  private Reply list(String query) {
    return api("/events?" + query).get().is(200);
  }

  private static List<String> names(Reply reply) {
    return reply.data().findValuesAsText("name");
  }
}
