package dev.lastseat.domain.booking;

import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import java.util.Optional;
import java.util.Set;

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

  /** All words that people who run the sale find it by; see {@link SearchWords}. */
  public Set<String> words() {
    return SearchWords.indexed(name + email.map(it -> " " + it.value()).orElse(""));
  }
}
