package dev.lastseat.application.payment;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.order.OrderItems;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds again what was held and has ended, for whoever has paid for it meanwhile: on the places
 * that it had if they are free, else on any, at the same price. In one atomic step, under a key
 * that is made of what has ended, so that doing it twice makes it once.
 */
public record HoldAgain(
    BookTickets tickets, PlaceOrder orders, BookingChanges changes, FactLog facts) {
  /**
   * What is held in its place as it is now: held, sold, given back, or ended once more; empty where
   * the account that it was for is gone, for nobody could see the tickets.
   *
   * @param round how many have ended that were held in its place
   */
  Optional<SaleOutcome<Bought>> handle(Bought ended, int round) {
    List<BookingDetails> wanted = ended.standing().map(Booking::details).toList();
    UserId user = wanted.getFirst().userId();
    return isErased(user) ? Optional.empty() : Optional.of(hold(ended, user, wanted, round));
  }

  private SaleOutcome<Bought> hold(
      Bought ended, UserId user, List<BookingDetails> wanted, int round) {
    Map<EventId, Places> places = new HashMap<>();
    for (BookingDetails each : wanted) {
      changes.expireOverdue(each.eventId());
      places(each).ifPresent(it -> places.put(each.eventId(), it));
    }
    String name = ended.purchase().text() + " " + round;
    IdempotencyKey key =
        new IdempotencyKey(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    List<TicketRequest> requests = wanted.stream().map(HoldAgain::request).toList();
    return switch (ended) {
      case Bought.OneBooking _ ->
          tickets
              .preferring(places)
              .handle(new BookTickets.Command(user, requests.getFirst(), true, key))
              .map(Bought.OneBooking::new);
      case Bought.WholeOrder _ ->
          orders
              .preferring(places)
              .handle(new PlaceOrder.Command(user, new OrderItems(requests), true, key))
              .map(Bought.WholeOrder::new);
    };
  }

  private boolean isErased(UserId user) {
    return facts.of(StreamId.of(user)).stream()
        .anyMatch(it -> it.fact().kind().equals(FactKind.USER_ERASED.word()));
  }

  private static TicketRequest request(BookingDetails ended) {
    return new TicketRequest(
        ended.eventId(),
        ended.quantity(),
        Optional.of(ended.unitPrice().major()),
        Optional.of(ended.unitPrice().currency()));
  }

  /** Those that it had, which only its facts remember. */
  private Optional<Places> places(BookingDetails ended) {
    return facts.of(StreamId.of(ended.id())).reversed().stream()
        .map(it -> it.fact().data().getOrDefault("places", ""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Places::parse);
  }
}
