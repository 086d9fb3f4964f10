package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traces that the program sends, and what becomes of it where nobody takes them. */
class TracesTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path data;
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  @Test
  void a_booking_is_traced_to_the_store_as_a_part_of_the_trace_of_its_sender() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Caller customer = sell(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint()));
      assertThat(receiver.text())
          .contains(
              "POST /api/v1/bookings",
              "bookings.record",
              OtlpReceiver.bytes(TRACE),
              OtlpReceiver.bytes(PARENT))
          .doesNotContain("@example.com", customer.token(), "traceparent");
      assertThat(lineWith("\"traceId\":\"" + TRACE + "\""))
          .contains("\"route\":\"/api/v1/bookings\"");
    }
  }

  @Test
  void an_endpoint_that_does_not_answer_is_told_in_one_line_and_the_sale_goes_on()
      throws Exception {
    sell(
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://shop:secret@127.0.0.1:1",
            "OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED", "true"));
    assertThat(lineWith("\"level\":\"warn\""))
        .contains("traces do not arrive at http://127.0.0.1:1;")
        .doesNotContain("stackTrace");
  }

  private String lineWith(String text) throws InterruptedException {
    while (true) {
      String line = log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(line).as("a line with " + text).isNotNull();
      if (line.contains(text)) {
        return line;
      }
    }
  }

  /** Starts the program, books a ticket, and stops it in order, so that it sends what is left. */
  private Caller sell(Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(Map.of("LOG_LEVEL", "info", "BCRYPT_ROUNDS", "10"));
    settings.putAll(more);
    Process program = Programs.spawn(data, settings);
    List<String> errors;
    Caller customer;
    try (BoxOffice office = new BoxOffice(Programs.address(program, log::add))) {
      String event = office.event(10, 10);
      customer = office.customers(1).getFirst();
      String body = "{\"eventId\":\"%s\",\"quantity\":1}".formatted(event);
      String key = UUID.randomUUID().toString();
      String trace = "00-" + TRACE + "-" + PARENT + "-01";
      assertThat(
              office
                  .api
                  .post("/bookings", customer, body, "Idempotency-Key", key, "traceparent", trace)
                  .status())
          .isEqualTo(201);
    } finally {
      program.toHandle().destroy(); // and leave its output to be read
      errors = program.errorReader().lines().toList();
      program.waitFor();
    }
    assertThat(errors).isEmpty();
    return customer;
  }
}
