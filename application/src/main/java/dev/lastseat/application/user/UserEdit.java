package dev.lastseat.application.user;

import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.account.Users.Update;
import dev.lastseat.domain.user.User;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A change of a user that was written: what it was made to, and what came of it. */
record UserEdit(User before, User after) {

  /**
   * Makes the change to the user as read, and again whenever somebody else's came between, for as
   * long as there is a user to read. It must not change the address, which may be taken. What
   * changes nothing is not written, so no fact tells of it.
   */
  static Optional<UserEdit> make(
      Users users, Clock clock, Supplier<Optional<User>> read, UnaryOperator<User> change) {
    return OptimisticRetry.untilDecided(
        "the user",
        () -> {
          Optional<UserEdit> edit = read.get().map(it -> new UserEdit(it, change.apply(it)));
          return edit.filter(it -> !it.isWritten(users, clock)).isEmpty()
              ? Optional.of(edit)
              : Optional.empty();
        });
  }

  private boolean isWritten(Users users, Clock clock) {
    return before.equals(after) || users.update(before, after, clock.instant()) == Update.DONE;
  }
}
