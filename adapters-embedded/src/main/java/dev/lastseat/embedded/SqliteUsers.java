package dev.lastseat.embedded;

import dev.lastseat.domain.port.Users;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Users in the SQLite file. */
final class SqliteUsers implements Users {
  private static final String INSERT =
      """
      insert into user (id, email, name, role, password_hash, created_at)
      values (?, ?, ?, ?, ?, ?) on conflict (email) do nothing
      """;

  private final Database database;

  SqliteUsers(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(User user) {
    int added =
        database.write(
            connection ->
                connection.update(
                    INSERT,
                    user.id().value(),
                    user.email().value(),
                    user.name(),
                    user.role().word(),
                    user.passwordHash().value(),
                    user.createdAt().toEpochMilli()));
    return added == 1;
  }

  @Override
  public Optional<User> find(UserId id) {
    return database.read(
        c -> c.first("select * from user where id = ?", SqliteUsers::read, id.value()));
  }

  @Override
  public Optional<User> find(Email email) {
    return database.read(
        c -> c.first("select * from user where email = ?", SqliteUsers::read, email.value()));
  }

  @Override
  public boolean has(Role role) {
    return database.read(
        c -> c.number("select exists (select 1 from user where role = ?)", role.word()) == 1);
  }

  private static User read(ResultSet columns) throws SQLException {
    Row row = Row.of("user", columns);
    return new User(
        row.text("id", UserId::new),
        row.text("email", Email::new),
        row.text("name"),
        row.text("role", word -> Role.valueOf(word.toUpperCase(Locale.ROOT))),
        row.text("password_hash", PasswordHash::new),
        row.instant("created_at"));
  }
}
