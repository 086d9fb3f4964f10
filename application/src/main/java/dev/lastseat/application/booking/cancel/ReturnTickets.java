package dev.lastseat.application.booking.cancel;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives some of the tickets of a booking back, whose places are free at once; the others stand. Its
 * owner can until the event takes none back any more, for its fee; those who run the event at any
 * time, for none. What was given back already is not given back again, so a request may be repeated
 * that names the tickets or has a key.
 */
public record ReturnTickets(
    FindBooking finder, BookingChanges changes, Checkins checkins, Clock clock) {
  /** Which tickets. */
  public sealed interface Wish {
    /** Those, by their numbers in the booking. */
    record These(List<Integer> tickets) implements Wish {}

    /** So many of those that stand, the last ones. */
    record Any(Quantity count) implements Wish {}
  }

  /** Who gives what back; {@code key} is the client's name for the request. */
  public record Command(BookingId id, Principal by, Wish wish, Optional<UUID> key) {}

  public Change<BookingWithEvent> handle(Command command) {
    return OptimisticRetry.untilDecided("the booking", () -> attempt(command));
  }

  private Optional<Change<BookingWithEvent>> attempt(Command command) {
    Instant now = clock.instant();
    Optional<BookingWithEvent> found = finder.findToConfirm(command.id(), command.by(), now);
    if (found.isEmpty()) {
      return Optional.of(new Change.NotFound<>());
    }
    Optional<Change<BookingWithEvent>> known = known(found.get(), command);
    return known.isEmpty() && found.get().booking() instanceof Booking.Confirmed sold
        ? give(sold, found.get(), command, now)
        : known;
  }

  /** What needs nothing to be given back: always, but for a booking that stands. */
  private static Optional<Change<BookingWithEvent>> known(BookingWithEvent found, Command command) {
    Booking booking = found.booking();
    Optional<Return> before = command.key().flatMap(booking.returns()::under);
    if (before.isPresent()) {
      return Optional.of(
          isSame(command.wish(), before.get(), booking.returns().tickets())
              ? new Change.Done<>(found)
              : new Change.KeyReused<>());
    }
    return unknown(command.wish(), booking.details().quantity().tickets())
        .or(() -> ended(found, command.wish()));
  }

  private static Optional<Change<BookingWithEvent>> ended(BookingWithEvent found, Wish wish) {
    return switch (found.booking()) {
      case Booking.Confirmed sold when isDone(wish, sold) -> Optional.of(new Change.Done<>(found));
      case Booking.Confirmed _ -> Optional.empty();
      case Booking.Cancelled cancelled when isDone(wish, cancelled) ->
          Optional.of(new Change.Done<>(found));
      case Booking.Cancelled _ -> notPossible("The booking is cancelled.");
      case Booking.Pending _ -> notPossible("The booking is held and not bought; cancel it.");
      case Booking.Expired _ -> notPossible("The hold has ended.");
    };
  }

  private static Optional<Change<BookingWithEvent>> notPossible(String why) {
    return Optional.of(new Change.NotPossible<>(why));
  }

  /** Named tickets may be more than those, where the others were given back otherwise. */
  private static boolean isSame(Wish wish, Return before, List<Integer> returned) {
    return switch (wish) {
      case Wish.These(List<Integer> tickets) ->
          tickets.containsAll(before.tickets()) && returned.containsAll(tickets);
      case Wish.Any(Quantity count) -> before.tickets().size() == count.tickets();
    };
  }

  private static Optional<Change<BookingWithEvent>> unknown(Wish wish, int tickets) {
    return wish instanceof Wish.These(List<Integer> numbers)
        ? numbers.stream()
            .filter(number -> number < 1 || number > tickets)
            .<Change<BookingWithEvent>>map(number -> new Change.NoSuchTicket<>(number, tickets))
            .findFirst()
        : Optional.empty();
  }

  private static boolean isDone(Wish wish, Booking booking) {
    return wish instanceof Wish.These(List<Integer> numbers)
        && booking.returns().tickets().containsAll(numbers);
  }

  private Optional<Change<BookingWithEvent>> give(
      Booking.Confirmed sold, BookingWithEvent found, Command command, Instant now) {
    Optional<String> refused = found.notReturnable(command.by(), now);
    if (refused.isPresent()) {
      return notPossible(refused.get());
    }
    Set<TicketId> in = checkins.letIn(List.of(sold));
    List<Integer> standing = sold.tickets();
    List<Integer> free =
        standing.stream().filter(number -> !in.contains(new TicketId(sold.id(), number))).toList();
    if (command.wish() instanceof Wish.Any(Quantity count) && count.tickets() > standing.size()) {
      return notPossible("Only " + standing.size() + " of its tickets stand.");
    }
    if (command.wish() instanceof Wish.Any(Quantity count) && count.tickets() > free.size()) {
      return Optional.of(new Change.AlreadyIn<>());
    }
    return command.wish() instanceof Wish.These(List<Integer> tickets)
            && tickets.stream().anyMatch(it -> standing.contains(it) && !free.contains(it))
        ? Optional.of(new Change.AlreadyIn<>())
        : give(chosen(command.wish(), free), sold, found, command, now);
  }

  private static List<Integer> chosen(Wish wish, List<Integer> standing) {
    return switch (wish) {
      case Wish.These(List<Integer> tickets) ->
          tickets.stream().filter(standing::contains).toList();
      case Wish.Any(Quantity count) ->
          standing.subList(standing.size() - count.tickets(), standing.size());
    };
  }

  private Optional<Change<BookingWithEvent>> give(
      List<Integer> tickets,
      Booking.Confirmed sold,
      BookingWithEvent found,
      Command command,
      Instant now) {
    var fee = sold.fee(tickets.size(), found.returnFee(command.by()));
    Booking less = sold.giveBack(new Return(tickets, fee, now, command.key()));
    return changes.apply(sold, less)
        ? Optional.of(new Change.Done<>(found.as(less)))
        : Optional.empty();
  }
}
