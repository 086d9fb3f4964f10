package dev.lastseat.mongo.apikey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Pages;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** API keys in the collection {@code apiKeys}. */
public record MongoApiKeys(Database db) implements ApiKeys {
  private static final Function<Document, ApiKey> READ =
      DocumentFields.of("apiKeys", StoredAccounts::apiKey);

  @Override
  public void add(ApiKey key) {
    db.ask(() -> db.apiKeys().insertOne(toDocument(key)));
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return db.first(db.apiKeys().find(present(id)), READ);
  }

  @Override
  public Page<ApiKey> list(Optional<UserId> owner, PageRequest page) {
    return Pages.newestFirst(db.apiKeys(), "createdAt", READ)
        .read(db, owner.map(MongoApiKeys::ownedBy).orElse(EmbeddedFacts.PRESENT), page);
  }

  @Override
  public int count(UserId owner) {
    return Math.toIntExact(db.ask(() -> db.apiKeys().countDocuments(ownedBy(owner))));
  }

  @Override
  public void use(ApiKeyId id, Instant at) {
    db.update(db.apiKeys(), present(id), Updates.max("lastUsedAt", at));
  }

  @Override
  public boolean remove(ApiKeyId id, Instant now) {
    return db.update(db.apiKeys(), present(id), EmbeddedFacts.last(AccessFacts.revoked(id, now)));
  }

  @Override
  public void removeAll(UserId owner, Instant now) {
    db.list(db.apiKeys().find(ownedBy(owner)).projection(Projections.include("_id")))
        .forEach(key -> remove(new ApiKeyId(key.getString("_id")), now));
  }

  private static Bson present(ApiKeyId id) {
    return and(eq(id.value()), EmbeddedFacts.PRESENT);
  }

  private static Bson ownedBy(UserId user) {
    return eq("userId", user.value());
  }

  /** With the fact that it was created. */
  private static Document toDocument(ApiKey key) {
    Document document = DocumentFields.sparse(StoredAccounts.values(key));
    return EmbeddedFacts.first(document, AccessFacts.created(key));
  }
}
