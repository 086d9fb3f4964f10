package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.domain.port.Users;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Users in the table {@code user}. */
public record SqliteUsers(Database database) implements Users {
  private static final String EMAIL_TAKEN = "select exists (select 1 from user where email = ?)";
  private static final String ADD =
      """
      insert into user (id, email, name, role, password_hash, created_at)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND = "select * from user where id = ?";
  private static final String FIND_BY_EMAIL = "select * from user where email = ?";
  private static final String HAS_ROLE = "select exists (select 1 from user where role = ?)";

  @Override
  public boolean add(User user) {
    return database.write(transaction -> add(transaction.connection(), user));
  }

  private static boolean add(SqlConnection store, User user) throws SQLException {
    if (store.number(EMAIL_TAKEN, user.email().value()) == 1) {
      return false;
    }
    store.update(
        ADD,
        user.id().value(),
        user.email().value(),
        user.name(),
        user.role().word(),
        user.passwordHash().value(),
        user.createdAt().toEpochMilli());
    return true;
  }

  @Override
  public Optional<User> find(UserId id) {
    return database.read(store -> store.first(FIND, SqliteUsers::read, id.value()));
  }

  @Override
  public Optional<User> find(Email email) {
    return database.read(store -> store.first(FIND_BY_EMAIL, SqliteUsers::read, email.value()));
  }

  @Override
  public boolean has(Role role) {
    return database.read(store -> store.number(HAS_ROLE, role.word())) == 1;
  }

  private static User read(ResultSet result) throws SQLException {
    Row row = new Row("user", result);
    UserId id = row.text("id", UserId::new);
    Email email = row.text("email", Email::new);
    Role role = row.text("role", word -> Role.valueOf(word.toUpperCase(Locale.ROOT)));
    PasswordHash hash = row.text("password_hash", PasswordHash::new);
    var createdAt = row.time("created_at");
    return row.text("name", name -> new User(id, email, name, role, hash, createdAt));
  }
}
