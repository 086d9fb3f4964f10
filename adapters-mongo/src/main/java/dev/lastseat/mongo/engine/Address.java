package dev.lastseat.mongo.engine;

import com.mongodb.ConnectionString;
import dev.lastseat.domain.port.UnusableStore;
import java.util.Optional;

/** Where the store is. */
public record Address(ConnectionString uri) {
  static final String DEFAULT_DATABASE = "lastseat";

  public static Address of(String uri) {
    try {
      return new Address(new ConnectionString(uri));
    } catch (IllegalArgumentException bad) {
      // The driver's own message may quote the password.
      throw new UnusableStore(
          masked(uri), "is no connection string such as mongodb://user:password@host/database");
    }
  }

  public String database() {
    return Optional.ofNullable(uri.getDatabase()).orElse(DEFAULT_DATABASE);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return masked(uri.getConnectionString());
  }

  /** Whatever stands before the last at sign may be, or hold, a password. */
  private static String masked(String uri) {
    return uri.replaceFirst("^([a-z+]+://)?.*@", "$1***@");
  }
}
