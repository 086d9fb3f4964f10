package dev.lastseat.bootstrap.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final String EVENT = "0196f1a0-0000-7000-8000-000000000001";
  private static final String BOOKING = "0196f1a0-0000-7000-8000-000000000002";

  @Test
  void a_history_reads_from_its_beginning_and_by_short_names() throws Exception {
    JsonNode booked =
        new ObjectMapper()
            .readTree(
                "{\"id\":\"%s\",\"status\":\"confirmed\",\"places\":[3,4]}".formatted(BOOKING));
    Exchange book =
        exchange(40, new Request.Book(EVENT, 2, false, "0f3a-and-more"), 201, "", booked);
    Exchange look = exchange(70, new Request.Look(BOOKING), 404, "NOT_FOUND", booked);
    Violation lost = new Violation("booking " + BOOKING + " is lost", List.of(look, book));

    assertThat(lost.toString().lines().map(String::strip))
        .containsExactly(
            "booking #1 is lost",
            "0 to    10 ms  user-1   books 2 of A, key 0f3a -> #1 confirmed, places [3,4]",
            "30 to    40 ms  user-1   looks at #1 -> 404 NOT_FOUND");
  }

  private static Exchange exchange(
      int asked, Request request, int status, String code, JsonNode data) {
    Instant at = START.plusMillis(asked);
    return new Exchange("user-1", request, at, at.plusMillis(10), status, code, data);
  }
}
