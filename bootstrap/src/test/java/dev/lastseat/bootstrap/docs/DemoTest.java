package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lastseat demo}, and the tour that it prints, typed as they stand. */
class DemoTest {
  private static final Map<String, String> ADMIN =
      Map.of("ADMIN_EMAIL", "admin@example.com", "ADMIN_PASSWORD", "an \"admin's\" password");
  private static final String LAST_LINE = "Ctrl-C stops Lastseat at ";
  private static final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;
  private Checkout checkout;

  @BeforeEach
  void check_out() throws IOException {
    checkout = Checkout.in(folder);
  }

  @Test
  void the_tour_works_as_printed_any_number_of_times() throws Exception {
    try (Terminal demo = checkout.type("./lastseat demo", Map.of("PORT", "0"))) {
      String tour = tour(demo.linesUntil(LAST_LINE));
      assertTourWorks(tour);
      assertTourWorks(tour);
    }
  }

  @Test
  void a_second_run_adds_nothing_and_needs_no_admin() throws Exception {
    try (Terminal first = checkout.type("./lastseat demo", Map.of("PORT", "0"))) {
      assertThat(first.linesUntil(LAST_LINE)).contains("Events added: 30; there already: 0.");
      first.terminate();
      assertThat(first.status()).isZero();
    }
    try (Terminal second = checkout.type("./lastseat demo", Map.of("PORT", "0"))) {
      assertThat(second.linesUntil(LAST_LINE)).contains("Events added: 0; there already: 30.");
    }
  }

  @Test
  void a_lastseat_that_runs_is_filled_by_its_admin_once() throws Exception {
    try (Terminal serve = checkout.type("PORT=0 ./lastseat serve", ADMIN)) {
      String demo = "PORT=" + port(serve) + " ./lastseat demo";
      assertRefused(demo, "set ADMIN_EMAIL and ADMIN_PASSWORD to those of the admin");
      assertThat(output(demo, ADMIN)).contains("Events added: 30; there already: 0.", "A tour,");
      assertThat(output(demo, Map.of())).contains("Events added: 0; there already: 30.", "A tour,");
    }
  }

  @Test
  void a_password_that_is_not_the_admins_is_refused_and_nothing_goes_on_running() throws Exception {
    try (Terminal serve = checkout.type("PORT=0 ./lastseat serve", ADMIN)) {
      port(serve);
      serve.terminate();
      assertThat(serve.status()).isZero();
    }
    assertRefused(
        "PORT=0 ADMIN_PASSWORD='not the one' ./lastseat demo", "are not those of an admin");
  }

  @Test
  void another_program_on_the_port_is_reported() throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0);
    HttpServer stranger = HttpServer.create(anyPort, 0);
    stranger.start();
    try {
      int port = stranger.getAddress().getPort();
      assertRefused("PORT=" + port + " ./lastseat demo", "another program listens on port " + port);
    } finally {
      stranger.stop(0);
    }
  }

  private void assertTourWorks(String tour) throws Exception {
    String output = checkout.type(tour, Map.of()).rest();
    List<JsonNode> answers = answers(output);
    assertThat(answers).hasSize(8).allMatch(answer -> answer.path("success").asBoolean());
    assertThat(answers.get(0).at("/data/0/name").asText()).isEqualTo("Jazz on the Roof");
    assertThat(answers.get(1).at("/data/0/name").asText()).isEqualTo("Developers' Day");
    assertThat(answers.get(2).at("/data/email").asText()).startsWith("ada.");
    assertThat(answers.get(3).at("/data/places")).hasSize(2);
    assertThat(answers.get(4)).isEqualTo(answers.get(3));
    assertThat(output).containsOnlyOnce("\nIdempotency-Replayed: true");
    assertThat(answers.get(5).at("/data/status").asText()).isEqualTo("confirmed");
    assertThat(answers.get(6).at("/data/status").asText()).isEqualTo("cancelled");
    assertThat(answers.get(7).at("/data/totalTickets").asInt()).isEqualTo(20_000);
  }

  private static List<JsonNode> answers(String output) throws IOException {
    List<String> lines = output.lines().filter(line -> line.startsWith("{")).toList();
    return List.of(json.readValue("[" + String.join(",", lines) + "]", JsonNode[].class));
  }

  private static String tour(List<String> demo) {
    int begin = demo.indexOf("A tour, to copy and paste into another terminal:") + 1;
    return String.join("\n", demo.subList(begin, demo.size() - 1));
  }

  private static int port(Terminal serve) throws IOException {
    String line = serve.linesUntil("Lastseat listens on ").getLast();
    return URI.create(line.split(" ")[3]).getPort();
  }

  private String output(String command, Map<String, String> settings) throws Exception {
    try (Terminal terminal = checkout.type(command, settings)) {
      String output = terminal.rest();
      assertThat(terminal.status()).isZero();
      return output;
    }
  }

  private void assertRefused(String command, String reason) throws Exception {
    try (Terminal terminal = checkout.type(command, Map.of())) {
      assertThat(terminal.rest()).contains(reason);
      assertThat(terminal.status()).isEqualTo(1);
    }
  }
}
