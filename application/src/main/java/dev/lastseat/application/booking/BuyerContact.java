package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;

/**
 * Whose booking it is, as those see it who run the sale.
 *
 * @param email empty for a guest of whom none is known
 */
public record BuyerContact(UserId id, String name, Optional<Email> email) {
  public static BuyerContact of(User user) {
    return new BuyerContact(user.id(), user.name(), Optional.of(user.email()));
  }

  static Optional<BuyerContact> guestOf(BookingDetails booking) {
    return booking
        .sale()
        .flatMap(BoxOfficeSale::guest)
        .map(guest -> new BuyerContact(booking.userId(), guest.name(), guest.email()));
  }
}
