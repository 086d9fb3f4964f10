package dev.lastseat.embedded.sqlite.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.PageQuery;
import dev.lastseat.embedded.sqlite.engine.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.engine.PageQuery.Order;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** API keys in the table {@code api_key}. */
public record SqliteApiKeys(Database database) implements ApiKeys {
  private static final String ADD =
      """
      insert into api_key
        (id, user_id, name, scopes, hash, created_at, expires_at, last_used_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND = "select * from api_key where id = ?";
  private static final String COUNT = "select count(*) from api_key where user_id = ?";
  private static final String USE =
      "update api_key set last_used_at = max(coalesce(last_used_at, 0), ?) where id = ?";
  private static final String REMOVE = "delete from api_key where id = ?";
  private static final String REMOVE_ALL = "delete from api_key where user_id = ?";
  private static final Order NEWEST_FIRST = new Order("created_at", false, false);

  @Override
  public void add(ApiKey key) {
    database.update(
        ADD,
        key.id().value(),
        key.owner().value(),
        key.name(),
        Values.words(key.scopes().stream().map(Scope::word).sorted().toList()),
        key.hash().value(),
        key.createdAt().toEpochMilli(),
        key.expiresAt().map(Instant::toEpochMilli).orElse(null),
        key.lastUsedAt().map(Instant::toEpochMilli).orElse(null));
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return database.read(store -> store.first(FIND, SqliteApiKeys::read, id.value()));
  }

  @Override
  public Page<ApiKey> list(Optional<UserId> owner, PageRequest page) {
    return database.snapshot(page(owner, page));
  }

  public static PageQuery<ApiKey> page(Optional<UserId> owner, PageRequest page) {
    Conditions ofOwner = Conditions.NONE.and("user_id = ?", owner.map(UserId::value));
    return new PageQuery<>("api_key", NEWEST_FIRST, List.of(ofOwner), page, SqliteApiKeys::read);
  }

  @Override
  public int count(UserId owner) {
    return Math.toIntExact(database.read(store -> store.number(COUNT, owner.value())));
  }

  @Override
  public void use(ApiKeyId id, Instant at) {
    database.update(USE, at.toEpochMilli(), id.value());
  }

  @Override
  public boolean remove(ApiKeyId id) {
    return database.update(REMOVE, id.value()) == 1;
  }

  @Override
  public void removeAll(UserId owner) {
    database.update(REMOVE_ALL, owner.value());
  }

  private static ApiKey read(ResultSet result) throws SQLException {
    Row row = new Row("api_key", result);
    ApiKeyId id = row.text("id", ApiKeyId::new);
    UserId owner = row.text("user_id", UserId::new);
    Set<Scope> scopes = row.text("scopes", SqliteApiKeys::scopes);
    TokenHash hash = row.text("hash", TokenHash::new);
    Instant createdAt = row.time("created_at");
    Optional<Instant> expiresAt = row.optionalTime("expires_at");
    Optional<Instant> lastUsedAt = row.optionalTime("last_used_at");
    return row.text(
        "name",
        name -> new ApiKey(id, owner, name, scopes, hash, createdAt, expiresAt, lastUsedAt));
  }

  private static Set<Scope> scopes(String json) {
    return Values.words(json).stream().map(Scope::of).collect(Collectors.toSet());
  }
}
