package dev.lastseat.application.mail;

import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;

/** Writes the letters of one kind, by what is true when they are sent. */
public interface LetterWriter {
  Letter.Kind kind();

  /**
   * The letter, or why there is none. Whatever secret it makes for the letter is made again when
   * the letter is sent again.
   *
   * @param about what was put into the {@link MailQueue}
   * @param since when that was
   */
  Writing write(String about, Instant since);

  /** One that is no more than a function, of what {@link #write} is given. */
  static LetterWriter of(Letter.Kind kind, BiFunction<String, Instant, Writing> writing) {
    record Writer(Letter.Kind kind, BiFunction<String, Instant, Writing> writing)
        implements LetterWriter {
      @Override
      public Writing write(String about, Instant since) {
        return writing.apply(about, since);
      }
    }
    return new Writer(kind, writing);
  }

  /** What became of writing it. */
  sealed interface Writing {}

  /** A letter, and who reads it in which language. */
  record Addressed(Email to, Locale language, Letter letter) implements Writing {
    public static Addressed to(User user, Letter letter) {
      return new Addressed(user.email(), user.locale(), letter);
    }
  }

  /** There is nobody to write to, or nothing to say any more. */
  record Withheld(String why) implements Writing {
    public static final Withheld NOBODY = new Withheld("there is nobody to write to");
  }
}
