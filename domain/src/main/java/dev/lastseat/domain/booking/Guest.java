package dev.lastseat.domain.booking;

import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import java.util.Optional;

/**
 * Who has a booking without an account.
 *
 * @param name by the rules for names of users
 * @param email where mails about the booking go; none are sent where nobody said
 */
public record Guest(String name, Optional<Email> email) {
  public Guest {
    name = Text.require("name", name, User.MAX_NAME);
  }
}
