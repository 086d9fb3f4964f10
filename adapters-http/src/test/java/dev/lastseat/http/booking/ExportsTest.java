package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole lists of bookings for admins, as lines of JSON or of comma-separated values. */
class ExportsTest extends ServerTest {
  private static final String ALL = "/bookings?all=true";
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";

  private String anna = "";
  private String admin = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(500));
    anna = token("anna");
    admin = admin();
  }

  private Reply export(String query, String accept, String token) {
    return api(query).as(token).with("Accept", accept).get();
  }

  private static List<String> lines(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void lines_of_json_have_the_bookings_as_they_are_shown_elsewhere() throws Exception {
    Reply booked = book(anna, "{'eventId':'event-1','quantity':2}").is(201);

    Reply export = export(ALL, NDJSON, admin).is(200);

    assertThat(export.header("Content-Type")).isEqualTo("application/x-ndjson; charset=utf-8");
    assertThat(lines(export)).hasSize(1);
    assertThat(export.json())
        .isEqualTo(api("/bookings/" + booked.text("/id")).as(admin).get().is(200).data());
  }

  @Test
  void more_bookings_than_a_page_come_all_and_count_as_one_request() {
    for (int i = 0; i < 250; i++) {
      book(token("user-" + i), "{'eventId':'event-1'}").is(201);
    }
    String before = api(ALL).as(admin).get().header("RateLimit");
    Reply export = export(ALL + "&eventId=event-1", NDJSON, admin).is(200);

    assertThat(lines(export)).hasSize(250).doesNotHaveDuplicates();
    assertThat(remaining(export.header("RateLimit"))).isEqualTo(remaining(before) - 1);
  }

  private static int remaining(String rateLimit) {
    return Integer.parseInt(rateLimit.replaceAll(".*r=(\\d+).*", "$1"));
  }

  @Test
  void comma_separated_values_begin_with_their_names_and_end_each_line_with_both_marks() {
    Reply booked = book(anna, "{'eventId':'event-1','quantity':2}").is(201);

    Reply export = export(ALL, CSV, admin).is(200);

    String text = new String(export.body(), StandardCharsets.UTF_8);
    assertThat(text).endsWith("\r\n");
    assertThat(lines(export).getFirst())
        .startsWith("id,eventId,userId,orderId,ticketNumber,quantity,places,status,unitPrice");
    assertThat(lines(export).get(1))
        .startsWith(booked.text("/id") + ",event-1,anna,,")
        .contains(",2,1 2,confirmed,25.00,50.00,EUR,");
    assertThat(export.header("Content-Disposition")).contains("bookings.csv");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "=1+1, '=1+1",
        "@SUM(A1), '@SUM(A1)",
        "-2+3, '-2+3",
        "+1, '+1",
        "x;=1+1, x;'=1+1",
        "x; @SUM(A1);-2, x;' @SUM(A1);'-2",
        "to-day, to-day",
        "|say \\\"please\\\"|, |\"say \"\"please\"\"\"|",
        "|one, two|, |\"one, two\"|",
        "plain, plain"
      })
  void a_reason_can_neither_break_a_line_nor_be_taken_for_a_formula(String reason, String cell) {
    String location = book(anna, "{'eventId':'event-1'}").is(201).header("Location");
    root(location + "/cancel").as(anna).send("PATCH", "{'reason':'" + reason + "'}").is(200);

    assertThat(lines(export(ALL, CSV, admin)).get(1)).contains("," + cell + ",");
  }

  @Test
  void whole_lists_have_who_comes_in_them() throws Exception {
    String booking = book(anna, "{'eventId':'event-1','quantity':3}").is(201).header("Location");
    name(booking, 1, "{'name':'Eve, \\\"E\\\"','email':'eve@example.com'}");
    name(booking, 3, "{'name':'=1+1'}");

    Reply lines = export(ALL, NDJSON, admin);
    assertThat(lines.json().path("visitors").findValuesAsText("name"))
        .containsExactly("Eve, \"E\"", "=1+1");
    assertThat(lines.json().path("visitors").path(0).path("email").asText())
        .isEqualTo("eve@example.com");
    String csv = new String(export(ALL, CSV, admin).body(), StandardCharsets.UTF_8);
    assertThat(csv).contains(",visitors\r\n");
    assertThat(csv).endsWith(",\"1: Eve, \"\"E\"\" <eve@example.com>\n3: =1+1\"\r\n");
  }

  private void name(String booking, int ticket, String visitor) {
    root(booking + "/tickets/" + ticket + "/visitor").as(anna).send("PUT", visitor).is(200);
  }

  @Test
  void the_list_is_filtered_as_pages_are() {
    book(anna, "{'eventId':'event-1'}").is(201);
    book(token("ben"), "{'eventId':'event-1','hold':true}").is(201);

    assertThat(lines(export(ALL + "&status=pending", NDJSON, admin))).hasSize(1);
    assertThat(lines(export(ALL + "&eventId=other", NDJSON, admin))).isEmpty();
    assertThat(lines(export("/bookings?userId=anna", NDJSON, admin))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {NDJSON, CSV})
  void whole_lists_are_for_admins(String accept) {
    export("/bookings", accept, anna).isError(Code.AUTHORIZATION_ERROR);
    export(ALL, accept, anna).isError(Code.AUTHORIZATION_ERROR);
  }

  @Test
  void a_whole_list_has_no_pages() {
    Reply reply = export(ALL + "&limit=5", NDJSON, admin).isError(Code.VALIDATION_ERROR);
    assertThat(reply.fields()).containsExactly("limit");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "*/*, application/json",
        "|text/csv;q=0.5, application/json|, application/json",
        "|application/json;q=0.5, text/csv|, text/csv",
        "text/*, text/csv",
        "|text/csv;q=0, application/x-ndjson|, application/x-ndjson"
      })
  void the_client_chooses_what_it_likes_best(String accept, String type) {
    assertThat(export(ALL, accept, admin).is(200).header("Content-Type")).startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/csv;q=0"})
  void what_is_not_offered_is_not_acceptable(String accept) {
    export(ALL, accept, admin).isError(Code.NOT_ACCEPTABLE);
  }
}
