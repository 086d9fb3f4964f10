package dev.lastseat.application.user;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.BookingsOfUser;
import dev.lastseat.application.booking.CancelBooking;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.port.store.OneTimeTokens;
import dev.lastseat.domain.port.store.Passkeys;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.port.store.Users.RoleChange;
import dev.lastseat.domain.port.store.Webhooks;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import java.util.List;
import java.util.Optional;

/**
 * Erases an account: the user, with all that proves them. Their bookings stay for the books, under
 * an identifier that is nobody's any more. What proves the user goes first, so whoever is killed in
 * between finds an account that can be erased again.
 */
public final class EraseAccount {
  private static final Reason ERASED = new Reason("The account was erased");

  private final Stores stores;
  private final PasswordHasher hasher;
  private final BookingsOfUser bookings;
  private final CancelBooking cancel;
  private final EndedSessions ended;
  private final AccountMails mails;

  public EraseAccount(
      Stores stores,
      PasswordHasher hasher,
      BookingsOfUser bookings,
      CancelBooking cancel,
      EndedSessions ended,
      AccountMails mails) {
    this.stores = stores;
    this.hasher = hasher;
    this.bookings = bookings;
    this.cancel = cancel;
    this.ended = ended;
    this.mails = mails;
  }

  /** Where something of a user is kept. */
  public record Stores(
      Users users, Passkeys passkeys, ApiKeys apiKeys, OneTimeTokens tokens, Webhooks webhooks) {}

  /**
   * Who wants to be erased.
   *
   * @param cancelsBookings whether bookings of events to come are cancelled; they block otherwise
   */
  public record Command(Principal user, String password, boolean cancelsBookings) {}

  /** What became of the wish. */
  public enum Outcome {
    ERASED,
    WRONG_PASSWORD,
    LIVE_BOOKINGS,
    LAST_ADMIN
  }

  public Outcome handle(Command command) {
    Optional<User> owner =
        stores
            .users()
            .find(command.user().userId())
            .filter(it -> hasher.matches(command.password(), Optional.of(it.passwordHash())));
    if (owner.isEmpty()) {
      return Outcome.WRONG_PASSWORD;
    }
    User user = owner.get();
    List<BookingWithEvent> live = bookings.live(user.id());
    if (!live.isEmpty() && !command.cancelsBookings()) {
      return Outcome.LIVE_BOOKINGS;
    }
    if (stores.users().changeRole(user.id(), Role.USER) instanceof RoleChange.LastAdmin) {
      return Outcome.LAST_ADMIN;
    }
    live.forEach(it -> cancel(it, command.user()));
    erase(user);
    return Outcome.ERASED;
  }

  /** One that was cancelled or has begun meanwhile is left as it is. */
  private void cancel(BookingWithEvent live, Principal user) {
    CancelBooking.Outcome _ =
        cancel.handle(new CancelBooking.Command(live.booking().id(), user, ERASED));
  }

  private void erase(User user) {
    stores.apiKeys().removeAll(user.id());
    stores.passkeys().removeAll(user.id());
    stores.webhooks().removeAll(user.id());
    for (Purpose purpose : Purpose.values()) {
      stores.tokens().forget(user.id(), purpose);
    }
    ended.endAll(user.id());
    stores.users().remove(user.id());
    ended.endAll(user.id());
    mails.tellErased(user);
  }
}
