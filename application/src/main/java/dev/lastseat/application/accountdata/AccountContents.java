package dev.lastseat.application.accountdata;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.list.BookingsOfUser;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a user has that must not outlive the account. Bookings stay for the books, cancelled,
 * without who was to come.
 */
public record AccountContents(
    Store store, BookingsOfUser bookings, CancelBooking cancel, EndedSessions ended, Clock clock) {
  /** The owner may cancel, whatever session they have. */
  private static final Credential OWNER = new Credential.Session("erased");

  /** Bookings of events to come. */
  List<BookingWithEvent> liveBookings(UserId user) {
    return bookings.live(user);
  }

  /** What is not there any more, or has begun, is left as it is; so this may be done again. */
  void clear(UserId user) {
    Principal owner = new Principal(user, Role.USER, OWNER);
    liveBookings(user).forEach(it -> cancel(it, owner));
    Instant now = clock.instant();
    bookings.all(user).forEach(it -> store.tickets().forgetVisitors(it.booking().id(), now));
    store.apiKeys().removeAll(user, now);
    store.passkeys().removeAll(user, now);
    Page.all(page -> store.webhooks().list(Optional.of(user), page)).forEach(this::remove);
    store.oneTimeTokens().forget(user);
    ended.endAll(user);
  }

  /**
   * With what its receiver answered: before it is gone, or who is killed would leave that; and
   * after it, for it may just have been told of something.
   */
  private void remove(Webhook webhook) {
    store.deliveries().removeAll(webhook.id());
    store.webhooks().remove(webhook.id());
    store.deliveries().removeAll(webhook.id());
  }

  private void cancel(BookingWithEvent live, Principal owner) {
    var _ =
        cancel.handle(new CancelBooking.Command(live.booking().id(), owner, Reason.ACCOUNT_ERASED));
  }
}
