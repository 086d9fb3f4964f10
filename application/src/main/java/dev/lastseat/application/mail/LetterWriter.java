package dev.lastseat.application.mail;

import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.user.Email;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Writes the letters of one kind, by what is true when they are sent. */
public interface LetterWriter {
  Letter.Kind kind();

  /**
   * The letter, or empty when there is nobody to write to, or nothing to say any more. Whatever
   * secret it makes for the letter is made again when the letter is sent again.
   *
   * @param about what was put into the {@link MailQueue}
   * @param since when that was
   */
  Optional<Addressed> write(String about, Instant since);

  /** A letter, and who reads it in which language. */
  record Addressed(Email to, Locale language, Letter letter) {}
}
