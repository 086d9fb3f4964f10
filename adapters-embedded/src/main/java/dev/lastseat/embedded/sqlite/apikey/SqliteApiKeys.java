package dev.lastseat.embedded.sqlite.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API keys in the table {@code api_key}. */
public record SqliteApiKeys(Database database) implements ApiKeys {
  private static final String FIND = "select * from api_key where id = ?";
  private static final String COUNT = "select count(*) from api_key where user_id = ?";
  private static final String USE =
      "update api_key set last_used_at = max(coalesce(last_used_at, 0), ?) where id = ?";
  private static final String REMOVE = "delete from api_key where id = ?";
  private static final String OF_USER = "select id from api_key where user_id = ?";

  @Override
  public void add(ApiKey key) {
    database.write(
        transaction -> {
          FactRows.insert(transaction, AccessFacts.created(key));
          return Write.insert("insert into api_key", StoredAccounts.values(key)).in(transaction);
        });
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return database.first(FIND, StoredAccounts::apiKey, id.value());
  }

  @Override
  public Page<ApiKey> list(Optional<UserId> owner, PageRequest page) {
    return database.snapshot(page(owner, page));
  }

  public static PageQuery<ApiKey> page(Optional<UserId> owner, PageRequest page) {
    Conditions ofOwner = Conditions.NONE.and("user_id = ?", owner.map(UserId::value));
    return PageQuery.newestFirst("api_key", "created_at", ofOwner, page, StoredAccounts::apiKey);
  }

  @Override
  public int count(UserId owner) {
    return Math.toIntExact(database.number(COUNT, owner.value()));
  }

  @Override
  public void use(ApiKeyId id, Instant at) {
    database.update(USE, at, id.value());
  }

  @Override
  public boolean remove(ApiKeyId id, Instant now) {
    return database.write(transaction -> remove(transaction, id, now));
  }

  @Override
  public void removeAll(UserId owner, Instant now) {
    database.write(
        transaction -> {
          List<ApiKeyId> all =
              transaction.list(OF_USER, row -> row.text("id", ApiKeyId::new), owner.value());
          for (ApiKeyId key : all) {
            remove(transaction, key, now);
          }
          return all;
        });
  }

  private static boolean remove(Transaction transaction, ApiKeyId id, Instant now)
      throws SQLException {
    return FactRows.update(transaction, AccessFacts.revoked(id, now), REMOVE, id.value());
  }
}
