package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.lastseat.domain.fact.aggregate.UserFacts;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.stored.Values;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Pages;
import dev.lastseat.mongo.engine.Words;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Users in the collection {@code users}, whose addresses a unique index watches over. */
public record MongoUsers(Database db) implements Users {
  private static final Function<Document, User> READ =
      DocumentFields.of("users", StoredAccounts::user);
  private static final String PASSWORD_HASH = "passwordHash";

  @Override
  public boolean add(User user) {
    return db.insert(db.users(), toDocument(user)).isEmpty();
  }

  @Override
  public Update update(User read, User changed, Instant now) {
    Values values = StoredAccounts.changeable(changed).with(Words.FIELD, changed.words());
    Bson change = EmbeddedFacts.update(values, UserFacts.changed(read, changed, now));
    Document unchanged =
        DocumentFields.whole(StoredAccounts.changeable(read)).append("_id", read.id().value());
    return db.updateUnlessTaken(db.users(), unchanged, change)
        .map(found -> found ? Update.DONE : Update.STALE)
        .orElse(Update.EMAIL_TAKEN);
  }

  @Override
  public boolean remove(UserId id, Instant now) {
    Bson noAdmin = and(present(id), ne("role", Role.ADMIN.word()));
    return db.update(db.users(), noAdmin, EmbeddedFacts.last(UserFacts.erased(id, now)));
  }

  @Override
  public Optional<User> find(UserId id) {
    return first(present(id));
  }

  private static Bson present(UserId id) {
    return and(eq(id.value()), EmbeddedFacts.PRESENT);
  }

  @Override
  public Optional<User> find(Email email) {
    return first(eq("email", email.value()));
  }

  @Override
  public Optional<PasswordHash> passwordHash(Email email) {
    Bson hash = fields(include(PASSWORD_HASH), excludeId());
    return db.first(
        db.users().find(eq("email", email.value())).projection(hash),
        found -> new PasswordHash(found.getString(PASSWORD_HASH)));
  }

  @Override
  public Map<UserId, User> findAll(Collection<UserId> ids) {
    Bson wanted = and(in("_id", ids.stream().map(UserId::value).toList()), EmbeddedFacts.PRESENT);
    return db.list(db.users().find(wanted), READ).stream()
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  @Override
  public Page<User> search(UserQuery query) {
    Database lists = db.forLists();
    return Pages.newestFirst(lists.users(), "createdAt", READ)
        .read(lists, filter(query), query.page());
  }

  private static Bson filter(UserQuery query) {
    return Pages.all(
        List.of(
            Optional.of(EmbeddedFacts.PRESENT),
            query.role().map(role -> eq("role", role.word())),
            query.search().map(Words::match)));
  }

  @Override
  public RoleChange changeRole(UserId id, Role role, Instant now) {
    Backoff backoff = db.backoff();
    while (true) {
      Optional<User> user = find(id);
      if (user.isEmpty()) {
        return new RoleChange.NoSuchUser();
      }
      Optional<RoleChange> change = change(user.get(), role, now);
      if (change.isPresent()) {
        return change.get();
      }
      backoff.pauseOrFail("a role is changed by too many at once");
    }
  }

  /** Empty where the role is not the one that was read any more. */
  private Optional<RoleChange> change(User user, Role role, Instant now) {
    User changed = user.with(role);
    RoleChange done = new RoleChange.Changed(changed);
    if (user.role() == role) {
      return Optional.of(done);
    }
    Bson change = role(user, changed, now);
    if (user.role() == Role.ADMIN) {
      return Optional.of(new Demotion(db, user).to(changed, change));
    }
    return db.update(db.users(), had(user), change) ? Optional.of(done) : Optional.empty();
  }

  private static Bson role(User user, User changed, Instant now) {
    return combine(
        set("role", changed.role().word()),
        EmbeddedFacts.next(UserFacts.changed(user, changed, now)));
  }

  /** The user, as long as the role is the one that was read. */
  private static Bson had(User user) {
    return and(eq(user.id().value()), eq("role", user.role().word()));
  }

  @Override
  public boolean has(Role role) {
    return db.hasAny(db.users(), eq("role", role.word()));
  }

  private Optional<User> first(Bson filter) {
    return db.first(db.users().find(filter), READ);
  }

  /** With the fact that they registered. */
  public static Document toDocument(User user) {
    Document document =
        DocumentFields.whole(StoredAccounts.values(user)).append(Words.FIELD, user.words());
    return EmbeddedFacts.first(document, UserFacts.registered(user));
  }
}
