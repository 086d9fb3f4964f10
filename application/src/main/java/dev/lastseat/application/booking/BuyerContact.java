package dev.lastseat.application.booking;

import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;

/** Whose booking it is, as those see it who run the sale. */
public record BuyerContact(UserId id, String name, Email email) {
  static BuyerContact of(User user) {
    return new BuyerContact(user.id(), user.name(), user.email());
  }
}
