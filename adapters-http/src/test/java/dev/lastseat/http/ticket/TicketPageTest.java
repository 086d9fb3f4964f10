package dev.lastseat.http.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.fake.FakeCodeImages;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tickets of a booking on paper; a browser prints them in the module of that name. */
class TicketPageTest extends ServerTest {
  private static final Schedule EVENING =
      new Schedule(
          Instant.parse("2099-07-31T18:00:00Z"),
          Schedule.zone("Europe/Berlin"),
          Optional.of(Instant.parse("2099-07-31T17:00:00Z")),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private String anna = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(4).schedule(EVENING).at("Town Hall"));
    anna = token("anna");
  }

  @Test
  void each_good_ticket_is_an_article_with_its_code_and_when_and_where_and_who() {
    String booking = booked("{'eventId':'event-1','quantity':3}");
    root(booking + "/tickets/1/visitor").as(anna).send("PUT", "{'name':'Eve'}").is(200);
    root(booking + "/returns").as(anna).send("POST", "{'tickets':[2]}").is(200);
    String code =
        root(booking + "/tickets").as(anna).get().is(200).data().path(0).path("code").asText();

    String page = body(root(booking + "/tickets.html").as(anna).get().is(200));

    assertThat(page.split("<article>", -1)).hasSize(1 + 2);
    assertThat(page)
        .contains("<html lang=\"en\">", "<title>Concert</title>")
        .contains(new FakeCodeImages().svg(code), "<p>" + code + "</p>")
        .contains("<dt>Date</dt><dd dir=\"auto\">Friday, July 31, 2099, 20:00 CEST</dd>")
        .contains("<dt>Doors</dt><dd dir=\"auto\">Friday, July 31, 2099, 19:00 CEST</dd>")
        .contains("<dt>Venue</dt><dd dir=\"auto\">Town Hall</dd>")
        .contains("<dt>Place</dt><dd dir=\"auto\">3</dd>")
        .containsOnlyOnce("<dt>Visitor</dt><dd dir=\"auto\">Eve</dd>");
  }

  @Test
  void it_is_in_german_for_those_who_would_rather_read_that_and_in_english_for_all_others() {
    String booking = booked("{'eventId':'event-1'}");

    Reply german = page(booking, "fr, de-AT;q=0.8, en;q=0.5");

    assertThat(german.header("Content-Language")).isEqualTo("de");
    assertThat(body(german))
        .contains("<html lang=\"de\">")
        .contains("<dt>Einlass</dt><dd dir=\"auto\">Freitag, 31. Juli 2099, 19:00 MESZ</dd>");
    for (String languages : List.of("en-GB, de;q=0.1", "fr", "*", ";;q=x", "")) {
      assertThat(page(booking, languages).header("Content-Language")).isEqualTo("en");
    }
  }

  @Test
  void names_are_text_whatever_they_say() {
    String hostile = "</h1><script>alert('&\"')</script>";
    String shown = "&lt;/h1&gt;&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;";
    add(AnEvent.published("event-2").named(hostile).at(hostile));
    String booking = booked("{'eventId':'event-2'}");
    String visitor = "{'name':'" + hostile.replace("'", "\\u0027").replace("\"", "\\u0022") + "'}";
    root(booking + "/tickets/1/visitor").as(anna).send("PUT", visitor).is(200);

    assertThat(body(page(booking, "en")))
        .doesNotContain("<script")
        .contains("<title>" + shown + "</title>")
        .contains("<h1 dir=\"auto\">" + shown + "</h1>")
        .contains("<dt>Venue</dt><dd dir=\"auto\">" + shown + "</dd>")
        .contains("<dt>Visitor</dt><dd dir=\"auto\">" + shown + "</dd>");
  }

  @Test
  void its_policy_lets_in_the_style_that_it_has_and_nothing_else_and_no_cache_keeps_it()
      throws Exception {
    Reply page = page(booked("{'eventId':'event-1'}"), "en");
    String style = body(page).split("</?style>", -1)[1];
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));

    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none';")
        .endsWith("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    assertThat(body(page)).doesNotContain("src=", "href=", "style=");
  }

  @Test
  void there_is_none_of_a_hold_or_for_whoever_may_not_see_the_booking() {
    String held = booked("{'eventId':'event-1','hold':true}");

    root(held + "/tickets.html").as(anna).get().isError(Code.CONFLICT);
    root(held + "/tickets.html").as(token("ben")).get().isError(Code.NOT_FOUND);
    root(held + "/tickets.html").get().isError(Code.AUTHENTICATION_ERROR);
  }

  private String booked(String request) {
    return book(anna, request).is(201).header("Location");
  }

  private Reply page(String booking, String languages) {
    return root(booking + "/tickets.html")
        .as(anna)
        .with("Accept-Language", languages)
        .get()
        .is(200);
  }

  private static String body(Reply page) {
    return new String(page.body(), UTF_8);
  }
}
