package dev.lastseat.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Observer;
import dev.lastseat.bootstrap.e2e.SharedEngines;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.mongo.MongoAdapters;
import dev.lastseat.mongo.Tampering;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On MongoDB, where what happened comes into the log later. */
class SharedVerifyTest {
  @TempDir Path data;

  @Test
  void a_booking_that_nobody_may_be_told_of_yet_is_no_difference() {
    Settings settings = settings();
    sellAndCancel(settings);

    assertThat(verified(settings, true)).contains("4 facts of 4 streams");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tickets | {_id: 'booking-1.1', booking: 'booking-1', eventId: 'event-1', revision: 1}"
            + " | ticket:booking-1.1: is in the store, and no fact tells of it",
        "checkins | {_id: 'gate.booking-1.1', list: 'gate', ticket: 'booking-1.1', inside: true,"
            + " scans: 'entry\\tn\\t2026-06-01T12:00:00Z\\tuser:x'}"
            + " | checkin:gate.booking-1.1: is in the store, and no fact tells of it",
        "payments | {_id: 'bank:one', events: [], state: 'captured', status: 'unmatched', amount:"
            + " NumberLong(5000), currency: 'EUR', refunds: '', version: NumberLong(1), notedAt:"
            + " ISODate('2026-06-01T12:00:00Z'), updatedAt: ISODate('2026-06-01T12:00:00Z')}"
            + " | payment:bank:one: is in the store, and no fact tells of it",
        "payments | {_id: 'bank:two', notedAt: ISODate('2026-06-01T12:00:00Z')}"
            + " | payments 'bank:two' has a bad events"
      })
  void what_somebody_put_there_and_no_fact_tells_of_is_found(
      String collection, String document, String told) {
    Settings settings = settings();
    MongoAdapters.open(
            settings.servers().mongodbUri().orElseThrow(),
            settings.servers().pool(),
            settings.servers().lists(),
            Clock.systemUTC(),
            new SecureRandom(),
            Observer.NOBODY)
        .close();
    Tampering.insert(settings.servers().mongodbUri().orElseThrow(), collection, document);

    assertThat(verified(settings, false)).contains(told);
  }

  private Settings settings() {
    Map<String, String> environment = new HashMap<>(SharedEngines.settings());
    environment.put("DATA_DIR", data.toString());
    return Settings.from(environment);
  }

  private static String verified(Settings settings, boolean clean) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean found =
        new VerifyCommand(settings, new PrintStream(out, true, StandardCharsets.UTF_8))
            .run(List.of());
    String told = out.toString(StandardCharsets.UTF_8);
    assertThat(found).as(told).isEqualTo(clean);
    return told;
  }

  /** What was sold the moment before waits; the event and its end are told at once. */
  private static void sellAndCancel(Settings settings) {
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    Instant now = clock.instant();
    Event event = AnEvent.published().on(now.plus(Duration.ofDays(30))).event();
    try (MongoAdapters mongo =
        MongoAdapters.open(
            settings.servers().mongodbUri().orElseThrow(),
            settings.servers().pool(),
            settings.servers().lists(),
            clock,
            new SecureRandom(),
            Observer.NOBODY)) {
      mongo.store().events().add(event);
      assertThat(mongo.store().bookings().record(ABooking.of(event.id(), 1).at(now).confirmed()))
          .isInstanceOf(Bookings.Recording.Recorded.class);
      AnOrder order = AnOrder.of(ABooking.of(event.id(), 2));
      mongo.store().orders().record(order.order(), order.bookings());
      mongo.store().events().update(event.cancel(now));
    }
  }
}
