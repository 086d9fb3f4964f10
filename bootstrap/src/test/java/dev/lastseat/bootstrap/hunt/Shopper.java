package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Request.Book;
import dev.lastseat.bootstrap.hunt.Request.Cancel;
import dev.lastseat.bootstrap.hunt.Request.Confirm;
import dev.lastseat.bootstrap.hunt.Request.Count;
import dev.lastseat.bootstrap.hunt.Request.Look;
import dev.lastseat.bootstrap.hunt.Request.Order;
import dev.lastseat.bootstrap.hunt.Request.Purchase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Buys, holds, confirms, cancels and looks, as the seed has it, one after the other. What got no
 * answer is asked again.
 */
final class Shopper implements Callable<Void> {
  private final Client client;
  private final Addresses addresses;
  private final Client.User user;
  private final List<String> events;
  private final Random random;
  private final Queue<Exchange> seen;
  private final BooleanSupplier isOver;
  private final List<String> bought = new ArrayList<>();
  private final Deque<Request> unanswered = new ArrayDeque<>();

  Shopper(
      Client client,
      Addresses addresses,
      Client.User user,
      List<String> events,
      Random random,
      Queue<Exchange> seen,
      BooleanSupplier isOver) {
    this.client = client;
    this.addresses = addresses;
    this.user = user;
    this.events = events;
    this.random = random;
    this.seen = seen;
    this.isOver = isOver;
  }

  @Override
  public Void call() throws Exception {
    while (!isOver.getAsBoolean()) {
      Request next = unanswered.isEmpty() ? next() : unanswered.pop();
      if (next instanceof Purchase && random.nextInt(8) == 0) {
        twiceAtOnce(next);
      } else {
        note(ask(next));
      }
    }
    return null;
  }

  private Request next() {
    int dice = random.nextInt(100);
    if (dice < 45 || bought.isEmpty()) {
      return new Book(anyEvent(), 1 + random.nextInt(3), random.nextInt(3) == 0, key());
    }
    if (dice < 53) {
      List<String> two =
          random.ints(0, events.size()).distinct().limit(2).mapToObj(events::get).toList();
      return new Order(two, 1 + random.nextInt(2), key());
    }
    if (dice < 60) {
      return new Count(anyEvent());
    }
    String booking = bought.get(random.nextInt(bought.size()));
    if (dice < 70) {
      return new Look(booking);
    }
    if (dice < 78) {
      return new Confirm(booking);
    }
    bought.remove(booking);
    return new Cancel(booking);
  }

  private String anyEvent() {
    return events.get(random.nextInt(events.size()));
  }

  private String key() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private Exchange ask(Request request) throws InterruptedException {
    Exchange exchange = client.ask(user, addresses.any(random), request);
    seen.add(exchange);
    return exchange;
  }

  private void note(Exchange exchange) {
    if (exchange.request() instanceof Purchase) {
      History.bookings(exchange)
          .map(booking -> booking.path("id").asText())
          .filter(id -> !bought.contains(id))
          .forEach(bought::add);
    }
    if (exchange.status() == 0) {
      unanswered.add(exchange.request());
    }
  }

  /** As two devices of one user would. */
  private void twiceAtOnce(Request request) throws InterruptedException, ExecutionException {
    try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Exchange>> answers =
          Stream.generate(() -> devices.submit(() -> ask(request))).limit(2).toList();
      for (Future<Exchange> answer : answers) {
        note(answer.get());
      }
    }
  }
}
