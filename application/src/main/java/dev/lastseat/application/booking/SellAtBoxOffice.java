package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.UserId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * Sells tickets to whoever stands before staff: at the price that they say, without a hold, and
 * beyond what one buyer may have. Staff sells for every event, organisers for theirs, while it is
 * on sale.
 */
public record SellAtBoxOffice(BookTickets tickets, Events events, Users users) {
  /**
   * Who sells what, and to whom.
   *
   * @param price of one ticket, in major units
   * @param currency of that; empty for the event's
   * @param contingent the name of that to sell from; empty for what everybody may buy
   */
  public record Command(
      Principal seller,
      EventId event,
      Quantity quantity,
      BigDecimal price,
      Optional<Currency> currency,
      Optional<String> contingent,
      Customer customer,
      IdempotencyKey key) {}

  /** Whom they are for. */
  public sealed interface Customer {
    record Account(UserId user) implements Customer {}

    record Walking(Guest guest) implements Customer {}
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** The seller may sell, and this came of it. */
    record Asked(SaleOutcome<BookingWithEvent> sale) implements Outcome {}

    /** Somebody else runs the event. */
    record Forbidden() implements Outcome {}

    record NoSuchUser() implements Outcome {}
  }

  /**
   * Sells them, unless whoever asks may not or there are none.
   *
   * @throws dev.lastseat.domain.shared.InvalidValue when the price has more decimals than the
   *     currency has
   */
  public Outcome handle(Command command) {
    if (!maySell(command.seller(), command.event())) {
      return new Outcome.Forbidden();
    }
    return switch (command.customer()) {
      case Customer.Account(UserId user) when users.find(user).isEmpty() ->
          new Outcome.NoSuchUser();
      case Customer.Account(UserId user) -> sell(command, user, Optional.empty());
      case Customer.Walking(Guest guest) ->
          sell(command, BoxOfficeSale.guestId(command.key()), Optional.of(guest));
    };
  }

  /** Whoever runs no event may know that there is none. */
  private boolean maySell(Principal seller, EventId id) {
    return FindBooking.seesAll(seller)
        || events.find(id).filter(event -> !event.isRunBy(seller)).isEmpty();
  }

  private Outcome sell(Command command, UserId buyer, Optional<Guest> guest) {
    TicketRequest request =
        new TicketRequest(
            command.event(),
            command.quantity(),
            Optional.of(command.price()),
            command.currency(),
            Optional.of(new BoxOfficeSale(command.seller().userId(), guest, command.contingent())));
    return new Outcome.Asked(
        tickets.handle(new BookTickets.Command(buyer, request, false, command.key())));
  }
}
