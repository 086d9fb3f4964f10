package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Users as facts tell them: all but what tells who they are and what proves it. Of name, address
 * and password it is told that they changed, by an empty text.
 */
public final class UserFacts {
  private UserFacts() {}

  /** A new user. */
  public static Change registered(User user) {
    return Change.of(
        StreamId.of(user.id()), FactKind.USER_REGISTERED, user.createdAt(), fields(user));
  }

  /** A user taken from one state to another. */
  public static Change changed(User from, User to, Instant at) {
    SortedMap<String, String> after = fields(to);
    putIfOther(after, "email", from.email(), to.email());
    putIfOther(after, "name", from.name(), to.name());
    putIfOther(after, "password", from.passwordHash(), to.passwordHash());
    return Change.between(StreamId.of(to.id()), kind(from, to), at, fields(from), after);
  }

  private static void putIfOther(
      SortedMap<String, String> fields, String field, Object before, Object now) {
    if (!before.equals(now)) {
      fields.put(field, "");
    }
  }

  private static FactKind kind(User from, User to) {
    if (from.role() != to.role()) {
      return FactKind.USER_ROLE_CHANGED;
    }
    boolean proves = !from.emailVerifiedAt().equals(to.emailVerifiedAt());
    return proves && from.hasSameAccess(to) ? FactKind.USER_VERIFIED : FactKind.USER_CHANGED;
  }

  /** A user who is not there any more; their id is nobody's from then on. */
  public static Change erased(UserId user, Instant at) {
    return Change.of(StreamId.of(user), FactKind.USER_ERASED, at, StreamState.ENDED, at.toString());
  }

  /** All that facts tell of a user. */
  public static SortedMap<String, String> fields(User user) {
    return new FactFields()
        .with("emailVerifiedAt", user.emailVerifiedAt())
        .with("locale", user.locale().toLanguageTag())
        .with("reminders", user.wantsReminders())
        .with("role", user.role())
        .with("createdAt", user.createdAt())
        .texts();
  }
}
