package dev.lastseat.domain.booking;

import dev.lastseat.domain.user.UserId;
import java.util.Optional;

/**
 * How a booking was sold that its buyer did not make.
 *
 * @param seller who made it
 * @param guest whom it is for; empty where they have an account, and once nothing is kept of them
 * @param contingent the name of that of the event whose places it has; empty where it has places
 *     that everybody may buy
 */
public record BoxOfficeSale(UserId seller, Optional<Guest> guest, Optional<String> contingent) {
  /** From what everybody may buy. */
  public BoxOfficeSale(UserId seller, Optional<Guest> guest) {
    this(seller, guest, Optional.empty());
  }

  /** Whose a booking of a guest is, made under that key: nobody's, so nobody can log in as them. */
  public static UserId guestId(IdempotencyKey key) {
    return new UserId("guest-" + key.value());
  }

  /** With nothing kept of the guest. */
  public BoxOfficeSale forgotten() {
    return new BoxOfficeSale(seller, Optional.empty(), contingent);
  }

  /**
   * Whether both were sold by the same person to the same one, as far as that is still known, from
   * the same places.
   */
  public boolean isLike(BoxOfficeSale asked) {
    return seller.equals(asked.seller)
        && contingent.equals(asked.contingent)
        && (guest.isEmpty() || guest.equals(asked.guest));
  }
}
