package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Request.Admit;
import dev.lastseat.bootstrap.hunt.Request.Book;
import dev.lastseat.bootstrap.hunt.Request.Cancel;
import dev.lastseat.bootstrap.hunt.Request.Confirm;
import dev.lastseat.bootstrap.hunt.Request.Count;
import dev.lastseat.bootstrap.hunt.Request.Look;
import dev.lastseat.bootstrap.hunt.Request.Order;
import dev.lastseat.bootstrap.hunt.Request.Purchase;
import dev.lastseat.bootstrap.hunt.Request.Undo;
import dev.lastseat.bootstrap.hunt.Step.Sending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Buys, holds, confirms, cancels, looks, goes in and out, as the seed has it. What got no answer is
 * asked again.
 */
final class Shopper implements Part {
  private final int who;
  private final int events;
  private final Random random;
  private final Watch watch;
  private final List<String> bought = new ArrayList<>();
  private final Deque<Request> unanswered = new ArrayDeque<>();

  /** Before so many events. */
  Shopper(int who, int events, Random random, Watch watch) {
    this.who = who;
    this.events = events;
    this.random = random;
    this.watch = watch;
  }

  @Override
  public Optional<Step> next() {
    if (watch.isAfter(1)) {
      return Optional.empty();
    }
    Request request = unanswered.isEmpty() ? anything() : unanswered.pop();
    return Optional.of(new Step(who, watch.elapsed(), request, sending(request)));
  }

  private Sending sending(Request request) {
    int dice = random.nextInt(8);
    if (dice == 0 && (request instanceof Purchase || request instanceof Admit)) {
      return Sending.TWICE;
    }
    boolean changes = !(request instanceof Look || request instanceof Count);
    return dice == 1 && changes ? Sending.UNTOLD : Sending.ONCE;
  }

  @Override
  public void learn(Request request, Exchange exchange) {
    if (request instanceof Purchase purchase) {
      for (int i = 0; i < History.bookings(exchange).count(); i++) {
        String booking = Step.bookingOf(purchase.key(), i);
        if (!bought.contains(booking)) {
          bought.add(booking);
        }
      }
    }
    if (exchange.status() == 0) {
      unanswered.add(request);
    }
  }

  private Request anything() {
    int dice = random.nextInt(100);
    if (dice < 45 || bought.isEmpty()) {
      return new Book(anyEvent(), 1 + random.nextInt(3), random.nextInt(3) == 0, key());
    }
    if (dice < 53) {
      List<String> two =
          random.ints(0, events).distinct().limit(2).mapToObj(Integer::toString).toList();
      return new Order(two, 1 + random.nextInt(2), key());
    }
    if (dice < 60) {
      return new Count(anyEvent());
    }
    String booking = bought.get(random.nextInt(bought.size()));
    if (dice < 67) {
      return new Look(booking);
    }
    if (dice < 75) {
      return new Confirm(booking);
    }
    if (dice < 86) {
      return new Admit(booking);
    }
    if (dice < 90) {
      return new Undo(booking);
    }
    bought.remove(booking);
    return new Cancel(booking);
  }

  private String anyEvent() {
    return Integer.toString(random.nextInt(events));
  }

  private String key() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
