package dev.lastseat.http.user;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.RequestContext.userId;

import dev.lastseat.application.accountdata.EraseAccount;
import dev.lastseat.application.user.ChangePassword;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.filter.RateLimits;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What users see and change of their own accounts. */
public record OwnAccountRoutes(UserUseCases users, RateLimits limits) {
  public List<Route> routes() {
    return List.of(
        Route.post("/auth/change-password", Access.USER, this::changePassword),
        Route.get("/auth/me", Access.USER, this::me),
        Route.patch("/auth/me", Access.USER, this::changeMe),
        Route.delete("/auth/me", Access.USER, this::eraseMe));
  }

  private void changePassword(Context context) {
    Fields body = RequestBodies.fields(context).require("currentPassword", "newPassword");
    Optional<String> current = body.text("currentPassword");
    Optional<Password> wanted = body.made("newPassword", Password::new);
    body.requireGood();
    User user = user(context);
    ChangePassword.Command command =
        new ChangePassword.Command(
            user.id(),
            RequestContext.session(context),
            current.orElseThrow(),
            wanted.orElseThrow());
    if (!limits.logIn(
        context, user.email(), () -> users.changePassword().handle(command), done -> !done)) {
      throw Problem.wrongPassword("currentPassword");
    }
    Responses.ok(
        context, UserViews.USER.apply(user), "The password is changed; other sessions ended.");
  }

  private void me(Context context) {
    Responses.ok(context, UserViews.USER.apply(user(context)), "This is you.");
  }

  private void changeMe(Context context) {
    Fields body = Fields.of(RequestBodies.body(context, RequestBodies.MERGE_PATCH));
    Optional<String> name = body.line("name", User.MAX_NAME);
    Optional<Locale> locale = body.made("locale", User::locale);
    Optional<Boolean> reminders = body.flag("holdReminders");
    Optional<Email> email = body.made("email", Email::new);
    Optional<String> password = body.text("password");
    if (email.isPresent()) {
      body.require("password");
    }
    body.requireGood();
    email.ifPresent(wanted -> move(context, wanted, password.orElseThrow()));
    User changed =
        users
            .profile()
            .change(
                userId(context),
                user ->
                    user.with(name.orElse(user.name()), locale.orElse(user.locale()))
                        .withReminders(reminders.orElse(user.wantsReminders())))
            .orElseThrow(Problem::userGone);
    Responses.ok(
        context,
        UserViews.USER.apply(changed),
        email.isPresent()
            ? "A mail to the new address asks to verify it; until then the old one counts."
            : "This is you now.");
  }

  /** A new address counts once it is verified. */
  private void move(Context context, Email wanted, String password) {
    limits.takeMail(context);
    User user = user(context);
    boolean asked =
        limits.logIn(
            context,
            user.email(),
            () -> users.mailed().verify().move(user.id(), password, wanted),
            done -> !done);
    if (!asked) {
      throw Problem.wrongPassword("password");
    }
  }

  private void eraseMe(Context context) {
    Fields body = RequestBodies.fields(context).require("password");
    Optional<String> password = body.text("password");
    Optional<String> bookings = body.choice("bookings", List.of("cancel"));
    body.requireGood();
    EraseAccount.Command command =
        new EraseAccount.Command(principal(context), password.orElseThrow(), bookings.isPresent());
    EraseAccount.Outcome outcome =
        limits.logIn(
            context,
            user(context).email(),
            () -> users.erase().handle(command),
            it -> it == EraseAccount.Outcome.WRONG_PASSWORD);
    switch (outcome) {
      case ERASED -> Responses.nothing(context, 204);
      case WRONG_PASSWORD -> throw Problem.wrongPassword("password");
      case LIVE_BOOKINGS ->
          throw Problem.conflict(
              "There are bookings of events to come; \"bookings\":\"cancel\" cancels them.");
      case LAST_ADMIN ->
          throw Problem.conflict("Nobody else is an admin; make somebody one first.");
    }
  }

  private User user(Context context) {
    return users.profile().find(userId(context)).orElseThrow(Problem::userGone);
  }
}
