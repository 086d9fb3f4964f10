package dev.lastseat.bootstrap.bench;

import dev.lastseat.application.booking.AllowanceFinder;
import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingChanges;
import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.ClaimFinder;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.PlaceFinder;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketRequest;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
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
 * Prints how many bookings a second are recorded, beside a bare loop that inserts the same rows. A
 * number as its argument divides how many bookings are made, for whoever only wants to see it run.
 */
public final class BookingBenchmark {
  private static final int[] CLIENTS = {1, 64, 256};
  private static final int ROUNDS = 3;
  private static final int OF_ONE_CLIENT = 3_000;
  private static final int SLICE = 20_000;
  private static final int SLICES = 5;

  private BookingBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int divisor = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    int slice = SLICE / divisor;
    measure(64, slice, program(64, slice), bare(64, slice));
    System.out.println("clients  bookings/s  bare loop/s  ratio   (medians of " + ROUNDS + ")");
    for (int clients : CLIENTS) {
      int times = clients == 1 ? OF_ONE_CLIENT / divisor : slice;
      double[] program = new double[ROUNDS];
      double[] bare = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        program[round] = program(clients, times);
        bare[round] = bare(clients, times);
      }
      double ours = median(program);
      double theirs = median(bare);
      System.out.printf(
          "%7d  %10.0f  %11.0f  %4.0f %%%n", clients, ours, theirs, 100 * ours / theirs);
    }
    slices(slice);
  }

  private static void measure(int clients, int times, double program, double bare) {
    System.out.printf(
        "warm-up: %d clients, %d bookings: %.0f/s, bare %.0f/s%n", clients, times, program, bare);
  }

  /** One event, sold from the first ticket to the last, in slices; and what that leaves on disk. */
  private static void slices(int size) throws IOException {
    Sale sale = Folders.with(folder -> sellOut(folder, size));
    for (int slice = 0; slice < SLICES; slice++) {
      System.out.printf(
          "tickets %6d to %6d, 64 clients: %.0f bookings/s%n",
          slice * size + 1, (slice + 1) * size, sale.rates().get(slice));
    }
    System.out.printf("%d bookings take %d bytes on disk%n", size * SLICES, sale.bytes());
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
      var bookings = store.bookings();
      InProcessAdapters memory = new InProcessAdapters(clock);
      var hints = memory.placeHints();
      EventReader reader = new EventReader(store.events(), memory.eventCache());
      BookingChanges changes =
          new BookingChanges(
              bookings,
              hints,
              memory.availabilityCache(Duration.ofSeconds(5)),
              memory.firstPages(),
              clock);
      PlaceFinder places = new PlaceFinder(hints, bookings, reader, changes);
      AllowanceFinder allowances = new AllowanceFinder(bookings, changes, random);
      bookTickets =
          new BookTickets(
              new ClaimFinder(reader, places, allowances, clock),
              bookings,
              new BookingFactory(clock, random, Duration.ofMinutes(15)),
              changes,
              new FindBooking(bookings, store.events(), clock));
      Event created =
          new CreateEvent(store.events(), clock, random).handle(command(tickets)).event();
      event = created.id();
    }

    private static CreateEvent.Command command(int tickets) {
      EventDetails details =
          new EventDetails(
              "Last Night",
              Instant.parse("2099-12-31T20:00:00Z"),
              "Old Hall",
              tickets,
              Money.ofMajor(new BigDecimal("25.50"), Money.currency("EUR")),
              10);
      return new CreateEvent.Command(details, true);
    }

    void book() {
      UserId user = new UserId(Identifiers.next(clock.instant(), random));
      BookTickets.Command command =
          new BookTickets.Command(
              user,
              new TicketRequest(event, new Quantity(1)),
              false,
              new IdempotencyKey(UUID.randomUUID()));
      BookTickets.Outcome outcome = bookTickets.handle(command);
      if (!(outcome instanceof BookTickets.Outcome.Booked)) {
        throw new IllegalStateException("not booked: " + outcome);
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
