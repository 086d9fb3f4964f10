package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.mongo.engine.Database;
import java.time.Duration;
import java.time.Instant;
import org.bson.conversions.Bson;

/**
 * An admin loses the role, and never the last one. No write of one document can tell, so each admin
 * who is about to lose the role is marked first, and goes only if another one is not. Two last ones
 * who see each other's marks both stay; so does who is marked when the process ends.
 */
record Demotion(Database db, User admin) {
  /**
   * A mark that is older was left behind. It is taken away before anybody counts on its owner, so
   * that whoever made it, and was only slow, finds it gone.
   */
  private static final Duration MARKED = Duration.ofMinutes(1);

  private static final String MARK = "leavingAt";
  private static final Bson IS_ADMIN = eq("role", Role.ADMIN.word());

  /** {@code change} is the update that makes the admin what they are then. */
  RoleChange to(User changed, Bson change) {
    Instant now = db.clock().instant();
    Bson leaving = and(eq(admin.id().value()), IS_ADMIN);
    db.update(db.users(), leaving, set(MARK, now));
    boolean gone =
        othersStay(now)
            && db.update(db.users(), and(leaving, eq(MARK, now)), combine(change, unset(MARK)));
    if (gone) {
      return new RoleChange.Changed(changed);
    }
    db.update(db.users(), and(leaving, eq(MARK, now)), unset(MARK));
    return new RoleChange.LastAdmin();
  }

  private boolean othersStay(Instant now) {
    Bson leftBehind = and(IS_ADMIN, lt(MARK, now.minus(MARKED)));
    db.ask(() -> db.users().updateMany(leftBehind, unset(MARK)));
    return db.hasAny(db.users(), and(IS_ADMIN, ne("_id", admin.id().value()), exists(MARK, false)));
  }
}
