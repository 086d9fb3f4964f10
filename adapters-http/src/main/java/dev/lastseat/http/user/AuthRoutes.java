package dev.lastseat.http.user;

import dev.lastseat.application.session.SignedIn;
import dev.lastseat.application.user.RegisterUser;
import dev.lastseat.domain.session.Client;
import dev.lastseat.domain.session.RefreshToken;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.filter.RateLimits;
import dev.lastseat.http.filter.SecurityLog;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Opens accounts, and begins, continues and ends sessions. */
public record AuthRoutes(UserUseCases users, RateLimits limits) {
  public List<Route> routes() {
    return List.of(
        Route.post("/auth/register", Access.OPEN, this::register),
        Route.post("/auth/login", Access.OPEN, this::logIn),
        Route.post("/auth/refresh", Access.OPEN, this::refresh),
        Route.post("/auth/logout", Access.OPEN, this::logOut));
  }

  private void register(Context context) {
    RegisterUser.Command command = newAccount(RequestBodies.fields(context), Clients.of(context));
    SignedIn signedIn = limits.registration(context, () -> users.register().handle(command));
    signedIn(context, 201, signedIn, "The account is open; a mail asks to verify the address.");
  }

  private static RegisterUser.Command newAccount(Fields body, Client client) {
    body.require("email", "password", "name");
    Optional<Email> email = body.made("email", Email::new);
    Optional<Password> password = body.made("password", Password::new);
    Optional<String> name = body.line("name", User.MAX_NAME);
    body.requireGood();
    return new RegisterUser.Command(
        email.orElseThrow(), password.orElseThrow(), name.orElseThrow(), client);
  }

  private void logIn(Context context) {
    Fields body = RequestBodies.fields(context).require("email", "password");
    Optional<Email> email = body.made("email", Email::new);
    Optional<String> password = body.text("password");
    body.requireGood();
    SignedIn signedIn =
        limits
            .logIn(
                context,
                email.orElseThrow(),
                () ->
                    users
                        .logIn()
                        .handle(email.orElseThrow(), password.orElseThrow(), Clients.of(context)),
                Optional::isEmpty)
            .orElseThrow(
                () -> Problem.unauthenticated("E-mail address and password do not match."));
    signedIn(context, 200, signedIn, "Logged in.");
  }

  private void refresh(Context context) {
    RefreshToken token = token(context);
    users.refresh().session(token).ifPresent(limits::takeSession);
    SignedIn signedIn =
        users
            .refresh()
            .handle(token)
            .orElseThrow(
                () -> Problem.unauthenticated("The refresh token is not good; log in again."));
    signedIn(context, 200, signedIn, "The session goes on.");
  }

  private void logOut(Context context) {
    users.sessions().logOut(token(context));
    Responses.nothing(context, 204);
  }

  private static RefreshToken token(Context context) {
    Fields body = RequestBodies.fields(context).require("refreshToken");
    return body.requireGood(body.made("refreshToken", RefreshToken::new));
  }

  /** Says who it is from now on. */
  public static void signedIn(Context context, int status, SignedIn signedIn, String message) {
    SecurityLog.about(context, signedIn.user().id().value());
    Responses.json(context, status, Envelope.success(UserViews.SIGNED_IN.apply(signedIn), message));
  }
}
