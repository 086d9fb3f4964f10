package dev.lastseat.embedded.sqlite.user;

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
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.Words;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users in the table {@code user}. */
public record SqliteUsers(Database database) implements Users {
  private static final String EMAIL_TAKEN = "select exists (select 1 from user where email = ?)";
  private static final String EMAIL_TAKEN_BY_ANOTHER =
      "select exists (select 1 from user where email = ? and id <> ?)";
  private static final String REMOVE = "delete from user where id = ? and role <> 'admin'";
  private static final String FIND = "select * from user where id = ?";
  private static final String FIND_ALL =
      "select * from user where id in (select value from json_each(?))";
  private static final String FIND_BY_EMAIL = "select * from user where email = ?";

  /** Answers with one row, whether somebody has the address or not. */
  private static final String PASSWORD_HASH =
      "select max(password_hash) as hash from user where email = ?";

  private static final String CHANGE_ROLE = "update user set role = ? where id = ?";
  private static final String OTHERS_LEAD =
      "select exists (select 1 from user where role = 'admin' and id <> ?)";
  private static final String HAS_ROLE = "select exists (select 1 from user where role = ?)";

  @Override
  public boolean add(User user) {
    return database.write(transaction -> add(transaction, user));
  }

  private static boolean add(Transaction transaction, User user) throws SQLException {
    if (transaction.number(EMAIL_TAKEN, user.email().value()) == 1) {
      return false;
    }
    return FactRows.update(
        transaction,
        UserFacts.registered(user),
        Write.insert("insert into user", withWords(StoredAccounts.values(user), user)));
  }

  private static Values withWords(Values values, User user) {
    return values.with("words", Words.text(user.words()));
  }

  @Override
  public Update update(User read, User changed, Instant now) {
    return database.write(transaction -> update(transaction, read, changed, now));
  }

  private static Update update(Transaction transaction, User read, User changed, Instant now)
      throws SQLException {
    String id = read.id().value();
    if (transaction.number(EMAIL_TAKEN_BY_ANOTHER, changed.email().value(), id) == 1) {
      return Update.EMAIL_TAKEN;
    }
    boolean updated =
        FactRows.update(
            transaction,
            UserFacts.changed(read, changed, now),
            Write.update(
                "user",
                withWords(StoredAccounts.changeable(changed), changed),
                StoredAccounts.changeable(read).with("id", id)));
    return updated ? Update.DONE : Update.STALE;
  }

  @Override
  public boolean remove(UserId id, Instant now) {
    return database.write(
        transaction -> FactRows.update(transaction, UserFacts.erased(id, now), REMOVE, id.value()));
  }

  @Override
  public Optional<User> find(UserId id) {
    return database.first(FIND, StoredAccounts::user, id.value());
  }

  @Override
  public Optional<User> find(Email email) {
    return database.first(FIND_BY_EMAIL, StoredAccounts::user, email.value());
  }

  @Override
  public Optional<PasswordHash> passwordHash(Email email) {
    return database
        .first(PASSWORD_HASH, row -> row.optionalText("hash", PasswordHash::new), email.value())
        .orElseThrow();
  }

  @Override
  public Map<UserId, User> findAll(Collection<UserId> ids) {
    List<String> wanted = ids.stream().map(UserId::value).toList();
    return database.list(FIND_ALL, StoredAccounts::user, wanted).stream()
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  @Override
  public Page<User> search(UserQuery query) {
    return database.snapshot(page(query));
  }

  public static PageQuery<User> page(UserQuery query) {
    Conditions wanted =
        Conditions.NONE
            .and("role = ?", query.role().map(Role::word))
            .and(
                "seq in (select rowid from user_words where user_words match ?)",
                query.search().map(Words::match));
    return PageQuery.newestFirst("user", "created_at", wanted, query.page(), StoredAccounts::user);
  }

  @Override
  public RoleChange changeRole(UserId id, Role role, Instant now) {
    return database.write(
        transaction -> {
          Optional<User> user = transaction.first(FIND, StoredAccounts::user, id.value());
          return user.isEmpty()
              ? new RoleChange.NoSuchUser()
              : change(transaction, user.get(), role, now);
        });
  }

  private static RoleChange change(Transaction transaction, User user, Role role, Instant now)
      throws SQLException {
    String id = user.id().value();
    boolean leaves = user.role() == Role.ADMIN && role != Role.ADMIN;
    if (leaves && transaction.number(OTHERS_LEAD, id) == 0) {
      return new RoleChange.LastAdmin();
    }
    User changed = user.with(role);
    if (role != user.role()) {
      FactRows.update(
          transaction, UserFacts.changed(user, changed, now), CHANGE_ROLE, role.word(), id);
    }
    return new RoleChange.Changed(changed);
  }

  @Override
  public boolean has(Role role) {
    return database.number(HAS_ROLE, role.word()) == 1;
  }
}
