package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Request.Pay;
import dev.lastseat.bootstrap.hunt.Request.Reserve;
import dev.lastseat.bootstrap.hunt.Step.Sending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Reserves tickets of one event and says what was paid for them: in time, too late, twice, too
 * little, or under a reference that was used. What got no answer is told again.
 */
final class Till implements Part {
  /** The name of the event. */
  static final String EVENT = "till";

  static final int PRICE = 25;

  private final int who;
  private final Random random;
  private final Watch watch;
  private final List<String> reserved = new ArrayList<>();
  private final Deque<Request> unanswered = new ArrayDeque<>();
  private String reference = "";

  Till(int who, Random random, Watch watch) {
    this.who = who;
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

  private Request anything() {
    boolean pays = !reserved.isEmpty() && random.nextInt(3) > 0;
    return pays ? anyPayment() : new Reserve(EVENT, word());
  }

  private Sending sending(Request request) {
    int dice = random.nextInt(8);
    if (dice < 2 && request instanceof Pay) {
      return Sending.TWICE;
    }
    return dice == 2 ? Sending.UNTOLD : Sending.ONCE;
  }

  @Override
  public void learn(Request request, Exchange exchange) {
    if (request instanceof Reserve reserve && exchange.succeeded()) {
      reserved.add(Step.bookingOf(reserve.key(), 0));
    }
    if (exchange.status() == 0) {
      unanswered.add(request);
    }
  }

  /** Mostly for what was reserved just now. */
  private Pay anyPayment() {
    int last = reserved.size() - 1;
    String booking = reserved.get(random.nextInt(3) > 0 ? last : random.nextInt(last + 1));
    if (reference.isEmpty() || random.nextInt(8) > 0) {
      reference = word();
    }
    int amount = random.nextInt(3) > 0 ? PRICE : PRICE - 1;
    return new Pay(booking, reference, amount, random.nextBoolean());
  }

  private String word() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
