package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who bought what, for those who run the sale. */
class WhoIsComingTest extends ServerTest {
  private String anna = "";
  private String staff = "";
  private String ticket = "";

  @BeforeEach
  void sell() {
    add(AnEvent.published("event-1"));
    anna = token("anna");
    staff = token("sam", Role.STAFF);
    ticket = book(anna, "{'eventId':'event-1'}").is(201).text("/ticketNumber");
    book(token("bob"), "{'eventId':'event-1'}").is(201);
  }

  private Reply list(String query) {
    return api("/bookings?" + query).as(staff).get().is(200);
  }

  @Test
  void a_ticket_number_is_found_as_people_type_it() {
    String bare = ticket.replace("-", "").toLowerCase(Locale.ROOT);
    for (String typed : new String[] {ticket, bare}) {
      Reply found = list("ticketNumber=" + typed);
      assertThat(found.text("/0/ticketNumber")).isEqualTo(ticket);
      assertThat(found.text("/0/buyer/name")).isEqualTo("anna");
      assertThat(found.json().at("/meta/total").asInt()).isEqualTo(1);
    }
  }

  @Test
  void a_buyer_is_found_by_name_or_address() {
    for (String words : new String[] {"ann", "anna%40example.com"}) {
      Reply found = list("buyer=" + words);
      assertThat(found.text("/0/buyer/email")).isEqualTo("anna@example.com");
      assertThat(found.json().at("/meta/total").asInt()).isEqualTo(1);
    }
    assertThat(list("buyer=nobody").json().at("/meta/total").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"buyer=%2D,buyer", "ticketNumber=7K3M,ticketNumber", "userId=anna&buyer=anna,userId"})
  void what_is_wrong_in_the_query_is_named(String query, String field) {
    assertThat(api("/bookings?" + query).as(staff).get().isError(Code.VALIDATION_ERROR).fields())
        .containsExactly(field);
  }

  @Test
  void users_find_nobody() {
    for (String query : new String[] {"ticketNumber=" + ticket, "buyer=anna", "all=true"}) {
      api("/bookings?" + query).as(anna).get().isError(Code.AUTHORIZATION_ERROR);
    }
    assertThat(api("/bookings").as(anna).get().is(200).data().at("/0").has("buyer")).isFalse();
  }

  @Test
  void exports_name_the_buyers() {
    Reply csv = api("/bookings?all=true").as(admin()).with("Accept", "text/csv").get().is(200);

    assertThat(new String(csv.body(), StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.endsWith(",eventVenue,buyerName,buyerEmail,visitors"))
        .anyMatch(line -> line.endsWith(",anna,anna@example.com,"));
  }
}
