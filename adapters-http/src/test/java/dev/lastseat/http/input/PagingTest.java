package dev.lastseat.http.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by number and by cursor, of five events that differ in name only. */
class PagingTest extends ServerTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  @BeforeEach
  void open() {
    NAMES.forEach(name -> add(AnEvent.published("event-" + name).named(name)));
  }

  @Test
  void a_numbered_page_says_how_many_there_are() {
    Reply first = list("sortBy=name&limit=2");
    assertThat(names(first)).containsExactly("a", "b");
    String next = first.json().at("/meta/nextCursor").asText();
    assertThat(first.json().path("meta").toString())
        .isEqualTo(
            meta(
                "'page':1,'limit':2,'total':5,'totalPages':3,'hasNext':true,'hasPrev':false,"
                    + "'nextCursor':'"
                    + next
                    + "'"));
    assertThat(names(list("sortBy=name&limit=2&cursor=" + next))).containsExactly("c", "d");
    Reply last = list("sortBy=name&limit=2&page=3");
    assertThat(names(last)).containsExactly("e");
    assertThat(last.json().path("meta").toString())
        .isEqualTo(
            meta("'page':3,'limit':2,'total':5,'totalPages':3,'hasNext':false,'hasPrev':true"));
    assertThat(names(list("sortBy=name&page=9"))).isEmpty();
  }

  @Test
  void a_walk_by_cursor_meets_everything_once_in_both_directions() {
    assertThat(walk("sortBy=name")).isEqualTo(NAMES);
    assertThat(walk("sortBy=name&sortOrder=desc")).isEqualTo(NAMES.reversed());
    assertThat(walk("sortBy=price")).containsExactlyInAnyOrderElementsOf(NAMES);
  }

  private List<String> walk(String query) {
    List<String> met = new ArrayList<>();
    String cursor = "";
    do {
      Reply page = list(query + "&limit=2&cursor=" + cursor);
      met.addAll(names(page));
      JsonNode meta = page.json().path("meta");
      assertThat(meta.path("limit").asInt()).isEqualTo(2);
      cursor = meta.path("nextCursor").asText();
      assertThat(meta.path("hasNext").asBoolean()).isEqualTo(!cursor.isEmpty());
    } while (!cursor.isEmpty() && met.size() < 20);
    return met;
  }

  @Test
  void a_cursor_that_was_changed_in_any_place_is_refused() {
    String cursor = next("sortBy=name&limit=2");
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
      refused("sortBy=name&cursor=" + changed);
    }
    for (String bad : new String[] {cursor.substring(1), cursor + "A", "x", "%20.", "AAAA"}) {
      refused("sortBy=name&cursor=" + bad);
    }
  }

  /** The two names leave two bits and four bits of the last character over. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "00"})
  void a_cursor_is_written_in_one_way_only(String name) {
    add(AnEvent.published("first").named(name));
    String cursor = next("sortBy=name&limit=1");
    int end = cursor.length() - 1;
    String spareBit = cursor.substring(0, end) + (char) (cursor.charAt(end) + 1);

    for (String other :
        new String[] {
          cursor + "%20", "%20" + cursor, cursor + "%0A", cursor + "=", cursor + "==", spareBit
        }) {
      refused("sortBy=name&cursor=" + other);
    }
    assertThat(names(list("sortBy=name&limit=1&cursor=" + cursor))).containsExactly("a");
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    String cursor = next("sortBy=name&limit=2");
    refused("sortBy=date&cursor=" + cursor);
    refused("sortBy=name&sortOrder=desc&cursor=" + cursor);
    refused("sortBy=name&venue=Arena&cursor=" + cursor);
    assertThat(names(list("sortBy=name&limit=1&cursor=" + cursor))).containsExactly("c");
  }

  @Test
  void a_cursor_of_events_is_none_of_bookings() {
    String anna = token("anna");
    String cursor = list("limit=2&cursor=").json().at("/meta/nextCursor").asText();
    Reply reply = api("/bookings?limit=2&cursor=" + cursor).as(anna).get();
    assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly("cursor");
  }

  @Test
  void bookings_are_walked_from_the_newest_to_the_oldest() {
    String anna = token("anna");
    List<String> booked = new ArrayList<>();
    for (String name : NAMES) {
      booked.add(book(anna, "{'eventId':'event-" + name + "'}").is(201).text("/id"));
      house.clock.advance(Duration.ofSeconds(1));
    }
    List<String> met = new ArrayList<>();
    String cursor = "";
    do {
      Reply page = api("/bookings?limit=2&cursor=" + cursor).as(anna).get().is(200);
      page.data().forEach(booking -> met.add(booking.path("id").asText()));
      cursor = page.json().at("/meta/nextCursor").asText();
    } while (!cursor.isEmpty() && met.size() < 20);
    assertThat(met).isEqualTo(booked.reversed());
  }

  private void refused(String query) {
    Reply reply = api("/events?" + query).get().isError(Code.VALIDATION_ERROR);
    assertThat(reply.fields()).as(query).containsExactly("cursor");
  }

  private Reply list(String query) {
    return api("/events?" + query).get().is(200);
  }

  private String next(String query) {
    return list(query + "&cursor=").json().at("/meta/nextCursor").asText();
  }

  private static List<String> names(Reply reply) {
    return reply.data().findValuesAsText("name");
  }

  private static String meta(String fields) {
    return "{" + fields.replace('\'', '"') + "}";
  }
}
