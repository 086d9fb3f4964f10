package dev.lastseat.embedded.sqlite.passkey;

import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys in the table {@code passkey}. */
public record SqlitePasskeys(Database database) implements Passkeys {
  private static final String FIND = "select * from passkey where id = ?";
  private static final String OF_USER =
      "select * from passkey where user_id = ? order by created_at, id";
  private static final String USE =
      """
      update passkey
      set sign_count = max(sign_count, ?), last_used_at = max(coalesce(last_used_at, 0), ?)
      where id = ?
      """;
  private static final String OWNED = "select * from passkey where id = ? and user_id = ?";
  private static final String RENAME = "update passkey set name = ? where id = ?";
  private static final String REMOVE = "delete from passkey where id = ?";

  @Override
  public boolean add(Passkey passkey) {
    return database.write(
        transaction ->
            FactRows.update(
                transaction,
                AccessFacts.added(passkey),
                Write.insert("insert or ignore into passkey", StoredAccounts.values(passkey))));
  }

  @Override
  public Optional<Passkey> find(PasskeyId id) {
    return database.first(FIND, StoredAccounts::passkey, id.value());
  }

  @Override
  public List<Passkey> of(UserId user) {
    return database.list(OF_USER, StoredAccounts::passkey, user.value());
  }

  @Override
  public boolean use(PasskeyId id, long signCount, Instant now) {
    return database.update(USE, signCount, now, id.value()) == 1;
  }

  @Override
  public boolean rename(UserId owner, PasskeyId id, String name, Instant now) {
    return database.write(
        transaction -> {
          Optional<Passkey> owned = owned(transaction, owner, id);
          return owned.isPresent()
              && FactRows.update(
                  transaction,
                  AccessFacts.renamed(StreamId.of(owned.get()), now),
                  RENAME,
                  name,
                  id.value());
        });
  }

  private static Optional<Passkey> owned(Transaction transaction, UserId owner, PasskeyId id)
      throws SQLException {
    return transaction.first(OWNED, StoredAccounts::passkey, id.value(), owner.value());
  }

  @Override
  public boolean remove(UserId owner, PasskeyId id, Instant now) {
    return database.write(
        transaction -> {
          Optional<Passkey> owned = owned(transaction, owner, id);
          return owned.isPresent() && remove(transaction, owned.get(), now);
        });
  }

  @Override
  public void removeAll(UserId owner, Instant now) {
    database.write(
        transaction -> {
          List<Passkey> all = transaction.list(OF_USER, StoredAccounts::passkey, owner.value());
          for (Passkey passkey : all) {
            remove(transaction, passkey, now);
          }
          return all;
        });
  }

  private static boolean remove(Transaction transaction, Passkey passkey, Instant now)
      throws SQLException {
    Change fact = AccessFacts.removed(StreamId.of(passkey), now);
    return FactRows.update(transaction, fact, REMOVE, passkey.id().value());
  }
}
