package dev.lastseat.application.order;

import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.claim.Attempt;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.claim.Finding;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderItems;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sells tickets of several events together, or holds them, or none of them. A claim is found for
 * each item, and all are recorded in one step; where that is lost over one of them, the next claim
 * is tried for that one, and the others keep theirs.
 */
public record PlaceOrder(
    ClaimFinder claims,
    Orders orders,
    BookingFactory factory,
    BookingChanges changes,
    FindOrder finder) {
  /** The same for whoever has paid already, on these places if they are free. */
  public PlaceOrder preferring(Map<EventId, Places> places) {
    return new PlaceOrder(claims.preferring(places), orders, factory, changes, finder);
  }

  /** Who wants what. */
  public record Command(UserId user, OrderItems items, boolean hold, IdempotencyKey key) {}

  /**
   * Sells the tickets or says why not.
   *
   * @throws StoreUnavailable when the outcome is unknown; the same command finds it out later
   */
  public SaleOutcome<OrderWithBookings> handle(Command command) {
    List<Attempt> attempts = new ArrayList<>();
    for (TicketRequest item : command.items().list()) {
      switch (find(attempts, () -> claims.first(command.user(), item, command.hold()))) {
        case Finding.Found<Attempt>(Attempt attempt) -> attempts.add(attempt);
        case Finding.Refused<Attempt>(Refusal refusal) -> {
          return refuse(command, attempts, item.event(), refusal);
        }
      }
    }
    return record(command, attempts);
  }

  /** Where the store is away, the places that were found for the other items are free for all. */
  private Finding<Attempt> find(List<Attempt> others, Supplier<Finding<Attempt>> claim) {
    try {
      return claim.get();
    } catch (StoreUnavailable away) {
      others.forEach(claims::giveBack);
      throw away;
    }
  }

  private SaleOutcome<OrderWithBookings> record(Command command, List<Attempt> attempts) {
    for (int round = 0; round < ClaimFinder.MAX_ROUNDS; round++) {
      boolean hold = command.hold() || attempts.stream().anyMatch(Attempt::mustBeHeld);
      BookingFactory.NewOrder made = factory.order(command.user(), command.key(), hold, attempts);
      Optional<SaleOutcome<OrderWithBookings>> outcome =
          switch (orders.record(made.order(), made.bookings())) {
            case Recording.Recorded _ -> Optional.of(placed(made, attempts));
            case Recording.KeyUsed(Optional<Order> existing) -> {
              attempts.forEach(claims::giveBack);
              yield Optional.of(replay(command, existing));
            }
            case Recording.UnderWay _ -> {
              attempts.forEach(claims::giveBack);
              yield Optional.of(new SaleOutcome.UnderWay<>());
            }
            case Recording.NotAdmitted(EventId event) ->
                replace(command, attempts, event, claims::afterNotAdmitted);
            case Recording.PlaceTaken(EventId event) ->
                replace(command, attempts, event, claims::afterPlaceTaken);
            case Recording.AllowanceSpent(EventId event) ->
                replace(command, attempts, event, claims::afterAllowanceSpent);
          };
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw claims.allLost(attempts);
  }

  /** Puts another claim in the place of the one that was lost; empty when there is one to try. */
  private Optional<SaleOutcome<OrderWithBookings>> replace(
      Command command,
      List<Attempt> attempts,
      EventId event,
      Function<Attempt, Finding<Attempt>> next) {
    Attempt lost = attempts.stream().filter(it -> it.isFor(event)).findFirst().orElseThrow();
    List<Attempt> others = attempts.stream().filter(it -> !it.isFor(event)).toList();
    return switch (find(others, () -> next.apply(lost))) {
      case Finding.Found<Attempt>(Attempt other) -> {
        attempts.replaceAll(it -> it.isFor(event) ? other : it);
        yield Optional.empty();
      }
      case Finding.Refused<Attempt>(Refusal refusal) ->
          Optional.of(refuse(command, others, event, refusal));
    };
  }

  private SaleOutcome<OrderWithBookings> placed(
      BookingFactory.NewOrder made, List<Attempt> attempts) {
    attempts.forEach(claims::used);
    made.bookings().forEach(changes::recorded);
    List<BookingWithEvent> shown = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      shown.add(new BookingWithEvent(made.bookings().get(i), attempts.get(i).event()));
    }
    return new SaleOutcome.Granted<>(new OrderWithBookings(made.order(), shown), false);
  }

  /**
   * A request that was granted before is answered with its order, even when it would be refused
   * today.
   */
  private SaleOutcome<OrderWithBookings> refuse(
      Command command, List<Attempt> unused, EventId event, Refusal refusal) {
    unused.forEach(claims::giveBack);
    Optional<Order> existing = orders.find(command.user(), command.key());
    return existing.isPresent()
        ? replay(command, existing)
        : new SaleOutcome.Refused<>(event, refusal);
  }

  private SaleOutcome<OrderWithBookings> replay(Command command, Optional<Order> existing) {
    return existing
        .map(finder::withBookings)
        .filter(order -> order.isOf(command.items(), command.hold()))
        .<SaleOutcome<OrderWithBookings>>map(order -> new SaleOutcome.Granted<>(order, true))
        .orElseGet(SaleOutcome.KeyReused::new);
  }
}
