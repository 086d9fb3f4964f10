package dev.lastseat.http.user;

import dev.lastseat.application.user.AccountMails;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.Password;
import dev.lastseat.http.filter.RateLimits;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What mails do for an account: they prove its address, reset its password, and end. */
public record MailedRoutes(UserUseCases users, RateLimits limits) {
  public List<Route> routes() {
    return List.of(
        Route.post("/auth/verify-email", Access.OPEN, this::verify),
        Route.post(
            "/auth/resend-verification",
            Access.OPEN,
            context -> mail(context, AccountMails::askToVerify)),
        Route.post(
            "/auth/forgot-password",
            Access.OPEN,
            context -> mail(context, AccountMails::askToReset)),
        Route.post("/auth/reset-password", Access.OPEN, this::reset),
        Route.post("/unsubscribe", Access.OPEN, this::unsubscribe).queried());
  }

  /** Answers alike, and after the same work, whether anybody has the address. */
  private void mail(Context context, BiConsumer<AccountMails, Email> ask) {
    Fields body = RequestBodies.fields(context).require("email");
    Email email = body.requireGood(body.made("email", Email::new));
    limits.takeMail(context);
    ask.accept(users.mailed().mails(), email);
    Responses.accepted(
        context, Map.of(), "If somebody has this address, a mail is on its way to it.");
  }

  private void verify(Context context) {
    Fields body = RequestBodies.fields(context).require("token");
    String token = body.requireGood(body.made("token", MailedRoutes::token));
    if (!users.mailed().verify().handle(token)) {
      throw bad();
    }
    Responses.ok(context, Map.of(), "The address is verified.");
  }

  private void reset(Context context) {
    Fields body = RequestBodies.fields(context).require("token", "password");
    Optional<String> token = body.made("token", MailedRoutes::token);
    Optional<Password> password = body.made("password", Password::new);
    body.requireGood();
    if (!users.mailed().reset().handle(token.orElseThrow(), password.orElseThrow())) {
      throw bad();
    }
    Responses.ok(context, Map.of(), "The password is changed; log in with it.");
  }

  /** Mail programs post a form, which says nothing that is not known (RFC 8058). */
  private void unsubscribe(Context context) {
    Query query = new Query(context);
    Optional<String> token = query.parsed("token", MailedRoutes::token);
    query.requireGood();
    if (!token.filter(users.mailed().reminders()::stop).isPresent()) {
      throw Problem.invalid("token", "is not that of a mail");
    }
    Responses.ok(context, Map.of(), "You get no more reminders of holds.");
  }

  private static String token(String text) {
    if (text.isEmpty() || text.length() > OneTimeToken.MAX) {
      throw new InvalidValue("token", "…", "must be 1 to " + OneTimeToken.MAX + " characters");
    }
    return text;
  }

  /** One answer for what is expired, used, cut or somebody else's. */
  private static Problem bad() {
    return Problem.invalid("token", "is not good, or not good any more; ask for another mail");
  }
}
