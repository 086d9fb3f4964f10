package dev.lastseat.embedded.sqlite.passkey;

import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import java.time.Instant;
import java.util.Optional;

/** Challenges in the table {@code passkey_challenge}, until they are spent. */
public record SqlitePasskeyChallenges(Database database) implements PasskeyChallenges {
  private static final String ADD =
      "insert into passkey_challenge (value, user_id, expires_at) values (?, ?, ?)";
  private static final String SPEND =
      "delete from passkey_challenge where value = ? and user_id is ? and expires_at > ?";
  private static final String FORGET_EXPIRED = "delete from passkey_challenge where expires_at < ?";

  @Override
  public void add(PasskeyChallenge challenge) {
    database.update(
        ADD,
        challenge.value().value(),
        challenge.userId().map(UserId::value),
        challenge.expiresAt());
  }

  @Override
  public boolean spend(Base64Url challenge, Optional<UserId> user, Instant now) {
    return database.update(SPEND, challenge.value(), user.map(UserId::value), now) == 1;
  }

  @Override
  public void forgetExpired(Instant now) {
    database.update(FORGET_EXPIRED, now);
  }
}
