package dev.lastseat.bootstrap.bench;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.SaleOutcome.Granted;
import dev.lastseat.application.claim.AllowanceFinder;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.claim.BuyerRule;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.claim.PlaceFinder;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.bootstrap.bench.Report.Table;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.bench.BareLoop;
import dev.lastseat.embedded.bench.Clients;
import dev.lastseat.embedded.bench.Folders;
import dev.lastseat.embedded.memory.InProcessAdapters;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The whole use case on the SQLite file without HTTP, beside a loop that inserts the same rows in
 * the same groups and looks at nothing.
 */
final class InProcess {
  private static final int ROUNDS = 3;
  private static final int SLICES = 5;

  private InProcess() {}

  static void run(Stage stage) throws IOException {
    int slice = stage.size().exported / SLICES;
    program(64, slice);
    bare(64, slice);
    Table table =
        stage
            .report()
            .table(
                "in-process",
                "In process",
                "The use case without HTTP, beside a bare loop on the same schema; medians of "
                    + ROUNDS
                    + " rounds in turns.");
    compare(table, 1, slice / 5);
    compare(table, 64, slice);
    compare(table, 256, slice);
    slices(stage, slice);
  }

  private static void compare(Table table, int clients, int times) throws IOException {
    double[] program = new double[ROUNDS];
    double[] bare = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      program[round] = program(clients, times);
      bare[round] = bare(clients, times);
    }
    table
        .row()
        .with("clients", clients)
        .with("bookings/s", median(program))
        .with("bare loop/s", median(bare))
        .with("share %", 100 * median(program) / median(bare))
        .end();
  }

  /** One event, sold from the first ticket to the last, in slices; and what that leaves on disk. */
  private static void slices(Stage stage, int size) throws IOException {
    Sale sale = Folders.with(folder -> sellOut(folder, size));
    Table table =
        stage
            .report()
            .table(
                "in-process-slices",
                "In process, from the first ticket to the last",
                "64 clients. %d bookings of one ticket take %d bytes on disk."
                    .formatted(size * SLICES, sale.bytes()));
    for (int slice = 0; slice < SLICES; slice++) {
      table
          .row()
          .with("tickets", (long) (slice + 1) * size)
          .with("bookings/s", sale.rates().get(slice))
          .end();
    }
  }

  private record Sale(List<Double> rates, long bytes) {}

  private static Sale sellOut(Path folder, int size) {
    List<Double> rates;
    try (Box box = new Box(folder, size * SLICES)) {
      rates = Stream.generate(() -> sell(box, 64, size)).limit(SLICES).toList();
    }
    return new Sale(rates, folder.resolve("lastseat.db").toFile().length());
  }

  private static double program(int clients, int times) throws IOException {
    return Folders.with(
        folder -> {
          try (Box box = new Box(folder, times)) {
            return sell(box, clients, times);
          }
        });
  }

  private static double sell(Box box, int clients, int times) {
    return Clients.run(clients, Collections.nCopies(times, box), Box::book);
  }

  private static double bare(int clients, int times) throws IOException {
    return Folders.with(folder -> BareLoop.run(folder, clients, times));
  }

  /** The program as far as it books, with one event on sale; every booking is another user's. */
  private static final class Box implements AutoCloseable {
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final EmbeddedAdapters store;
    private final BookTickets bookTickets;
    private final EventId event;

    Box(Path folder, int tickets) {
      store = EmbeddedAdapters.open(folder, clock);
      var bookings = store.store().bookings();
      InProcessAdapters memory = new InProcessAdapters(clock);
      var hints = memory.placeHints();
      EventReader reader = new EventReader(store.store().events(), memory.eventCache());
      BookingChanges changes =
          new BookingChanges(
              bookings,
              hints,
              memory.availabilityCache(Duration.ofSeconds(5)),
              memory.firstPages(),
              clock);
      PlaceFinder places = new PlaceFinder(hints, bookings, reader, changes, clock);
      AllowanceFinder allowances = new AllowanceFinder(bookings, changes, random);
      bookTickets =
          new BookTickets(
              new ClaimFinder(reader, places, allowances, BuyerRule.ANYBODY, clock),
              bookings,
              new BookingFactory(clock, random, Duration.ofMinutes(15)),
              changes,
              new FindBooking(bookings, store.store().events(), store.store().users(), clock));
      Event created =
          new CreateEvent(store.store().events(), clock, random).handle(command(tickets)).event();
      event = created.id();
    }

    private static CreateEvent.Command command(int tickets) {
      EventDetails details =
          new EventDetails(
              "Last Night",
              Schedule.at(Instant.parse("2099-12-31T20:00:00Z")),
              "Old Hall",
              tickets,
              Money.ofMajor(new BigDecimal("25.50"), Money.currency("EUR")),
              10,
              Terms.USUAL.confirmedBy(ConfirmedBy.BUYER),
              VisitorRules.NONE,
              Contingents.NONE);
      return new CreateEvent.Command(new UserId("organiser"), details, true);
    }

    void book() {
      UserId user = new UserId(Identifiers.next(clock.instant(), random));
      BookTickets.Command command =
          new BookTickets.Command(
              user,
              new TicketRequest(event, new Quantity(1)),
              false,
              new IdempotencyKey(UUID.randomUUID()));
      var outcome = bookTickets.handle(command);
      if (!(outcome instanceof Granted)) {
        throw new WrongResult("not booked: " + outcome);
      }
    }

    @Override
    public void close() {
      store.close();
    }
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }
}
