package dev.lastseat.embedded.sqlite.passkey;

import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.store.Passkeys;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys in the table {@code passkey}. */
public record SqlitePasskeys(Database database) implements Passkeys {
  private static final String ADD =
      """
      insert or ignore into passkey
        (id, user_id, public_key, sign_count, name, created_at, last_used_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND = "select * from passkey where id = ?";
  private static final String OF_USER =
      "select * from passkey where user_id = ? order by created_at, id";
  private static final String USE =
      """
      update passkey
      set sign_count = max(sign_count, ?), last_used_at = max(coalesce(last_used_at, 0), ?)
      where id = ?
      """;
  private static final String RENAME = "update passkey set name = ? where id = ? and user_id = ?";
  private static final String REMOVE = "delete from passkey where id = ? and user_id = ?";
  private static final String REMOVE_ALL = "delete from passkey where user_id = ?";

  @Override
  public boolean add(Passkey passkey) {
    return database.write(
        transaction ->
            transaction
                    .connection()
                    .update(
                        ADD,
                        passkey.id().value(),
                        passkey.userId().value(),
                        passkey.publicKey().value(),
                        passkey.signCount(),
                        passkey.name(),
                        passkey.createdAt().toEpochMilli(),
                        passkey.lastUsedAt().map(Instant::toEpochMilli).orElse(null))
                == 1);
  }

  @Override
  public Optional<Passkey> find(PasskeyId id) {
    return database.read(store -> store.first(FIND, SqlitePasskeys::read, id.value()));
  }

  @Override
  public List<Passkey> of(UserId user) {
    return database.read(store -> store.list(OF_USER, SqlitePasskeys::read, user.value()));
  }

  @Override
  public boolean use(PasskeyId id, long signCount, Instant now) {
    return database.update(USE, signCount, now.toEpochMilli(), id.value()) == 1;
  }

  @Override
  public boolean rename(UserId owner, PasskeyId id, String name) {
    return database.update(RENAME, name, id.value(), owner.value()) == 1;
  }

  @Override
  public boolean remove(UserId owner, PasskeyId id) {
    return database.update(REMOVE, id.value(), owner.value()) == 1;
  }

  @Override
  public void removeAll(UserId owner) {
    database.update(REMOVE_ALL, owner.value());
  }

  private static Passkey read(ResultSet result) throws SQLException {
    Row row = new Row("passkey", result);
    PasskeyId id = row.text("id", PasskeyId::new);
    UserId user = row.text("user_id", UserId::new);
    Base64Url publicKey = row.text("public_key", Base64Url::new);
    long signCount = row.number("sign_count", count -> count);
    Instant createdAt = row.time("created_at");
    Optional<Instant> lastUsedAt = row.optionalTime("last_used_at");
    return row.text(
        "name", name -> new Passkey(id, user, publicKey, signCount, name, createdAt, lastUsedAt));
  }
}
