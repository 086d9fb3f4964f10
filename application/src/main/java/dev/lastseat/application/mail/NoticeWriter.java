package dev.lastseat.application.mail;

import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * Writes to users what has happened to their account: {@code about} is the id of the user.
 *
 * @param letter made of the name of the user and the time at which it was asked for
 */
public record NoticeWriter(
    Letter.Kind kind, Users users, BiFunction<String, Instant, Letter> letter)
    implements LetterWriter {
  @Override
  public Writing write(String about, Instant since) {
    return users
        .find(new UserId(about))
        .<Writing>map(user -> Addressed.to(user, letter.apply(user.greeting(), since)))
        .orElse(Withheld.NOBODY);
  }
}
