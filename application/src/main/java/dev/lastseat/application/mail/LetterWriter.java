package dev.lastseat.application.mail;

import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Writes the letters of one kind, by what is true when they are sent.
 *
 * @param write the letter, or why there is none, of what was put into the {@link MailQueue} and
 *     when that was; whatever secret it makes for the letter is made again when the letter is sent
 *     again
 */
public record LetterWriter(Letter.Kind kind, BiFunction<String, Instant, Writing> write) {
  /** What became of writing it. */
  public sealed interface Writing {}

  /** A letter, and who reads it in which language. */
  public record Addressed(Email to, Locale language, Letter letter) implements Writing {
    public static Addressed to(User user, Letter letter) {
      return new Addressed(user.email(), user.locale(), letter);
    }
  }

  /** There is nobody to write to, or nothing to say any more. */
  public record Withheld(String why) implements Writing {
    public static final Withheld NOBODY = new Withheld("there is nobody to write to");
  }
}
