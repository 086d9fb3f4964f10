package dev.lastseat.domain.port.cache;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.util.function.Supplier;

/**
 * The first page of a user's bookings, as it was read a short time ago. Never the truth: bookings
 * that were changed with their event are shown with their old places, and the old end of a hold,
 * until the page is read again.
 */
public interface FirstPages {
  /** The remembered page, if it was of the same request, or what {@code read} finds. */
  Page<Booking> get(UserId user, PageRequest request, Supplier<Page<Booking>> read);

  /**
   * Forgets the pages of the user; none of which {@code read} began before is remembered after.
   * Other instances may show theirs for a moment longer.
   */
  void forget(UserId user);
}
