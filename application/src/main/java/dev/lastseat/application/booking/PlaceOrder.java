package dev.lastseat.application.booking;

import dev.lastseat.application.booking.ClaimFinder.Finding;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderItem;
import dev.lastseat.domain.booking.OrderItems;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sells tickets of several events together, or none of them. A claim is found for each item, and
 * all are recorded in one step; where that is lost over one of them, the next claim is tried for
 * that one, and the others keep theirs.
 */
public final class PlaceOrder {
  private final ClaimFinder claims;
  private final Orders orders;
  private final BookingFactory factory;
  private final SecondLook secondLook;
  private final FindOrder finder;

  public PlaceOrder(
      ClaimFinder claims,
      Orders orders,
      BookingFactory factory,
      SecondLook secondLook,
      FindOrder finder) {
    this.claims = claims;
    this.orders = orders;
    this.factory = factory;
    this.secondLook = secondLook;
    this.finder = finder;
  }

  /** Who wants what. */
  public record Command(UserId user, OrderItems items, IdempotencyKey key) {}

  /** What became of the wish. Where one event is named, nothing of the order stands. */
  public sealed interface Outcome {
    record Placed(OrderWithBookings order) implements Outcome {}

    /** The same request was granted before; this is its order, as it is now. */
    record AlreadyPlaced(OrderWithBookings order) implements Outcome {}

    /** The key was used before, for something else. */
    record KeyReused() implements Outcome {}

    /** The same request is not decided yet; the same command finds it out soon. */
    record UnderWay() implements Outcome {}

    record EventNotFound(EventId event) implements Outcome {}

    record NotBookable(EventId event, String why) implements Outcome {}

    record SoldOut(EventId event, int left) implements Outcome {}

    record AllowanceSpent(EventId event, int maxTicketsPerUser) implements Outcome {}
  }

  /**
   * Sells the tickets or says why not.
   *
   * @throws StoreUnavailable when the outcome is unknown; the same command finds it out later
   */
  public Outcome handle(Command command) {
    List<Attempt> attempts = new ArrayList<>();
    for (OrderItem item : command.items().list()) {
      Wish wish = new Wish(command.user(), item.event(), item.quantity());
      switch (find(attempts, () -> claims.first(wish))) {
        case Finding.Found(Attempt attempt) -> attempts.add(attempt);
        case Finding.Refused refused -> {
          return refuse(command, attempts, item.event(), refused);
        }
      }
    }
    return record(command, attempts);
  }

  /** Where the store is away, the places that were found for the other items are free for all. */
  private Finding find(List<Attempt> others, Supplier<Finding> claim) {
    try {
      return claim.get();
    } catch (StoreUnavailable away) {
      others.forEach(claims::giveBack);
      throw away;
    }
  }

  private Outcome record(Command command, List<Attempt> attempts) {
    BookingFactory.NewOrder made = factory.order(command, attempts);
    return switch (orders.record(made.order(), made.bookings())) {
      case Recording.Recorded(Map<EventId, Event> seen) -> recorded(made, seen);
      case Recording.NotAdmitted(EventId event) ->
          instead(command, attempts, event, claims::afterNotAdmitted);
      case Recording.PlaceTaken(EventId event) ->
          instead(command, attempts, event, claims::afterPlaceTaken);
      case Recording.AllowanceSpent(EventId event) ->
          instead(command, attempts, event, claims::afterAllowanceSpent);
      case Recording.KeyUsed(Optional<Order> existing) -> {
        attempts.forEach(claims::giveBack);
        yield replay(command, existing);
      }
      case Recording.UnderWay _ -> {
        attempts.forEach(claims::giveBack);
        yield new Outcome.UnderWay();
      }
    };
  }

  private Outcome instead(
      Command command, List<Attempt> attempts, EventId event, Function<Attempt, Finding> next) {
    List<Attempt> others = new ArrayList<>(attempts);
    others.removeIf(attempt -> attempt.isFor(event));
    Attempt lost = attempts.stream().filter(it -> it.isFor(event)).findFirst().orElseThrow();
    return switch (find(others, () -> next.apply(lost))) {
      case Finding.Found(Attempt other) ->
          record(command, attempts.stream().map(it -> it.isFor(event) ? other : it).toList());
      case Finding.Refused refused -> refuse(command, others, event, refused);
    };
  }

  /** When one booking should not stand after all, none of the others shall. */
  private Outcome recorded(BookingFactory.NewOrder made, Map<EventId, Event> seen) {
    List<BookingWithEvent> standing = new ArrayList<>();
    Optional<EventId> changed = Optional.empty();
    for (Booking.Confirmed booking : made.bookings()) {
      EventId event = booking.details().eventId();
      Optional<BookingWithEvent> looked =
          secondLook.recorded(booking, Optional.ofNullable(seen.get(event)));
      looked.ifPresent(standing::add);
      changed = looked.isPresent() ? changed : Optional.of(event);
    }
    return changed
        .map(event -> takeBack(standing, event))
        .orElseGet(() -> new Outcome.Placed(new OrderWithBookings(made.order(), standing)));
  }

  private Outcome takeBack(List<BookingWithEvent> standing, EventId changed) {
    standing.forEach(one -> secondLook.takeBack(one.booking()));
    return new Outcome.NotBookable(changed, Reason.EVENT_CHANGED.text() + ".");
  }

  /**
   * A request that was granted before is answered with its order, even when it would be refused
   * today.
   */
  private Outcome refuse(
      Command command, List<Attempt> unused, EventId event, Finding.Refused refused) {
    unused.forEach(claims::giveBack);
    Optional<Order> existing = orders.find(command.user(), command.key());
    return existing.isPresent() ? replay(command, existing) : outcome(event, refused);
  }

  private static Outcome outcome(EventId event, Finding.Refused refused) {
    return switch (refused) {
      case Finding.EventNotFound _ -> new Outcome.EventNotFound(event);
      case Finding.NotBookable(String why) -> new Outcome.NotBookable(event, why);
      case Finding.SoldOut(int left) -> new Outcome.SoldOut(event, left);
      case Finding.AllowanceSpent(int max) -> new Outcome.AllowanceSpent(event, max);
    };
  }

  private Outcome replay(Command command, Optional<Order> existing) {
    return existing
        .map(finder::withBookings)
        .filter(order -> order.items().equals(command.items().list()))
        .<Outcome>map(Outcome.AlreadyPlaced::new)
        .orElseGet(Outcome.KeyReused::new);
  }
}
