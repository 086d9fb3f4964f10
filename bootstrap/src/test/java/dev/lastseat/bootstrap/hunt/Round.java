package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.e2e.BoxOffice;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * A crowd before a few small events for some seconds, while their organiser resizes and cancels
 * them and an instance crashes.
 */
final class Round {
  private static final int EVENTS = 4;
  private static final int MIN_TOTAL = 4;
  private static final int MAX_TOTAL = 40;
  private static final int USERS = 10;
  private static final int SHOPPERS = 16;

  private final Clock clock = Clock.systemUTC();
  private final Queue<Exchange> seen = new ConcurrentLinkedQueue<>();
  private final Servers servers;
  private final Random random;
  private final Duration length;
  private final Addresses addresses;
  private final Map<String, Integer> totals = new HashMap<>();

  /** What is hunted. */
  interface Servers {
    List<URI> addresses();

    /** Kills the first, if it can. */
    void kill();

    /** Starts it anew; returns when it answers. */
    void replace() throws InterruptedException;
  }

  Round(Servers servers, long seed, Duration length) {
    this.servers = servers;
    this.random = new Random(seed);
    this.length = length;
    this.addresses = new Addresses(servers.addresses());
  }

  History run() throws InterruptedException, ExecutionException {
    try (Client client = new Client();
        BoxOffice office = new BoxOffice(servers.addresses().getFirst())) {
      Client.User admin = new Client.User("admin", office.adminToken());
      for (int i = 0; i < EVENTS; i++) {
        int total = random.nextInt(MIN_TOTAL, MAX_TOTAL + 1);
        totals.put(office.event(total, Hunt.MAX_PER_USER), total);
      }
      crowd(client, admin, office.tokensOfCustomers(USERS));
      return readAll(client, admin);
    }
  }

  private void crowd(Client client, Client.User admin, List<String> tokens)
      throws InterruptedException, ExecutionException {
    Instant began = clock.instant();
    BooleanSupplier isOver = isAfter(began, 1);
    List<String> events = List.copyOf(totals.keySet());
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SHOPPERS; i++) {
        Client.User user = new Client.User("user-" + i % USERS, tokens.get(i % USERS));
        Random dice = new Random(random.nextLong());
        all.add(crowd.submit(new Shopper(client, addresses, user, events, dice, seen, isOver)));
      }
      organise(client, admin, began);
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private BooleanSupplier isAfter(Instant began, double part) {
    Instant end = began.plusNanos((long) (length.toNanos() * part));
    return () -> !clock.instant().isBefore(end);
  }

  /**
   * Counts and resizes all but the first event in turn. An instance crashes after two thirds of the
   * time, so that what is cut short does not blur the whole history; the last event is cancelled.
   */
  private void organise(Client client, Client.User admin, Instant began)
      throws InterruptedException {
    List<String> events = List.copyOf(totals.keySet());
    List<BooleanSupplier> acts =
        List.of(isAfter(began, 0.66), isAfter(began, 0.9), isAfter(began, 1));
    int done = 0;
    for (int turn = 0; done < acts.size(); turn++) {
      String event = events.get(1 + turn % (EVENTS - 1));
      int total = Math.max(1, totals.get(event) + random.nextInt(13) - 4);
      ask(
          client,
          admin,
          turn % 8 == 0 ? new Request.Resize(event, total) : new Request.Count(event));
      if (acts.get(done).getAsBoolean()) {
        switch (done++) {
          case 0 -> crash();
          case 1 -> ask(client, admin, new Request.CancelEvent(events.getLast()));
          default -> {}
        }
      }
    }
  }

  private void ask(Client client, Client.User admin, Request request) throws InterruptedException {
    seen.add(client.ask(admin, addresses.any(random), request));
  }

  private void crash() throws InterruptedException {
    List<URI> before = servers.addresses();
    servers.kill();
    addresses.are(before.subList(1, before.size()));
    servers.replace();
    addresses.are(servers.addresses());
  }

  /** Everybody has gone home. */
  private History readAll(Client client, Client.User admin) throws InterruptedException {
    for (String booking : History.of(seen, totals).lives().keySet()) {
      ask(client, admin, new Request.Look(booking));
    }
    for (String event : totals.keySet()) {
      ask(client, admin, new Request.ListLive(event));
    }
    return History.of(seen, totals);
  }
}
