package dev.lastseat.application.bookingmail;

import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.Email;
import java.util.Locale;
import java.util.Optional;

/**
 * Who reads the letters about a booking: its buyer, or the guest it was sold to, whose name staff
 * has written down.
 */
record Recipient(String greeting, Email email, Locale language) {
  /** In which guests are written to, for nobody asked them. */
  private static final Locale OF_GUESTS = Locale.ENGLISH;

  /** Empty when there is no such user any more, and for a guest without an address. */
  static Optional<Recipient> of(BookingDetails booking, Users users) {
    return users
        .find(booking.userId())
        .map(user -> new Recipient(user.greeting(), user.email(), user.locale()))
        .or(() -> guest(booking));
  }

  private static Optional<Recipient> guest(BookingDetails booking) {
    return booking
        .sale()
        .flatMap(BoxOfficeSale::guest)
        .flatMap(guest -> guest.email().map(to -> new Recipient(guest.name(), to, OF_GUESTS)));
  }

  Addressed reads(Letter letter) {
    return new Addressed(email, language, letter);
  }
}
