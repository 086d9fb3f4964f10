package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.row.Write;
import java.time.Instant;
import java.util.Optional;

/** One-time tokens in the table {@code one_time_token}, until they are spent. */
public record SqliteOneTimeTokens(Database database) implements OneTimeTokens {
  private static final String FIND =
      "select * from one_time_token where hash = ? and purpose = ? and expires_at > ?";
  private static final String SPEND =
      "delete from one_time_token where hash = ? and expires_at > ?";
  private static final String FORGET_OTHERS =
      "delete from one_time_token where user_id = ? and purpose = ?";
  private static final String FORGET = "delete from one_time_token where user_id = ?";
  private static final String FORGET_EXPIRED = "delete from one_time_token where expires_at < ?";

  @Override
  public void add(OneTimeToken token) {
    boolean _ =
        database.write(
            Write.insert(
                "insert into one_time_token",
                StoredAccounts.values(token).with("hash", token.hash().value())));
  }

  @Override
  public Optional<OneTimeToken> find(TokenHash hash, Purpose purpose, Instant now) {
    return database.first(
        FIND, row -> StoredAccounts.token(hash, row), hash.value(), purpose.name(), now);
  }

  @Override
  public boolean spend(OneTimeToken token, Instant now) {
    return database.write(
        transaction -> {
          boolean spent = transaction.update(SPEND, token.hash().value(), now) == 1;
          if (spent) {
            transaction.update(FORGET_OTHERS, token.userId().value(), token.purpose().name());
          }
          return spent;
        });
  }

  @Override
  public void forget(UserId user) {
    database.update(FORGET, user.value());
  }

  @Override
  public void forgetExpired(Instant now) {
    database.update(FORGET_EXPIRED, now);
  }
}
