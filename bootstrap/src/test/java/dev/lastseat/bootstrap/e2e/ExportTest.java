package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.Workload;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.bench.Clients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All bookings of a large event, read by an admin who takes the time that it takes. */
class ExportTest {
  private static final int BOOKINGS = 20_000;
  private static final int BUYERS = 50;
  private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");

  @TempDir Path folder;

  @Test
  void every_booking_of_a_large_event_is_exported_once_while_others_book() throws Exception {
    Event large = AnEvent.published("large").places(BOOKINGS).event();
    List<String> sold = sell(large);

    try (House house = OneInstance.on(folder);
        HttpClient client = HttpClient.newHttpClient();
        BufferedReader export = export(client, house, large)) {
      List<String> exported = new ArrayList<>(List.of(id(export.readLine())));
      List<Integer> answers = bookMeanwhile(house.office());
      export.lines().map(ExportTest::id).forEach(exported::add);

      assertThat(answers).hasSize(BUYERS).containsOnly(201);
      assertThat(exported).containsExactlyInAnyOrderElementsOf(sold);
    }
  }

  private List<String> sell(Event event) {
    List<Booking.Confirmed> bookings = Workload.of(event.id(), BOOKINGS);
    try (EmbeddedAdapters store = EmbeddedAdapters.open(folder, Clock.systemUTC())) {
      store.store().events().add(event);
      Clients.run(256, bookings, store.store().bookings()::record);
    }
    return bookings.stream().map(booking -> booking.id().value()).toList();
  }

  private static BufferedReader export(HttpClient client, House house, Event event)
      throws IOException, InterruptedException {
    BoxOffice office = house.office();
    URI uri = office.api.uri("/bookings?all=true&eventId=" + event.id().value());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + office.admin.token())
            .header("Accept", "application/x-ndjson")
            .build();
    var response = client.send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static List<Integer> bookMeanwhile(BoxOffice office) {
    String event = office.event(BUYERS, 1);
    return office.customers(BUYERS).stream()
        .map(customer -> office.book(customer, event, 1).status())
        .toList();
  }

  private static String id(String line) {
    Matcher id = ID.matcher(line);
    assertThat(id.find()).as(line).isTrue();
    return id.group(1);
  }
}
