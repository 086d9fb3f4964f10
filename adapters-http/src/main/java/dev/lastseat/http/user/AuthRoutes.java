package dev.lastseat.http.user;

import static java.util.Objects.requireNonNull;

import dev.lastseat.application.user.RegisterUser;
import dev.lastseat.application.user.RegisterUser.Outcome;
import dev.lastseat.application.user.SignedIn;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.RefreshToken;
import dev.lastseat.http.json.Bodies;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Forms;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RateLimits;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Accounts and sessions. */
public final class AuthRoutes {
  private final UserUseCases users;
  private final Forms forms;
  private final RateLimits limits;

  public AuthRoutes(UserUseCases users, Forms forms, RateLimits limits) {
    this.users = users;
    this.forms = forms;
    this.limits = limits;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/auth/register", Access.OPEN, this::register),
        Route.post("/auth/login", Access.OPEN, this::logIn),
        Route.post("/auth/refresh", Access.OPEN, this::refresh),
        Route.post("/auth/logout", Access.OPEN, this::logOut),
        Route.get("/auth/me", Access.USER, this::me));
  }

  private void register(Context context) {
    Bodies.Register body =
        forms.read(RequestBodies.body(context, RequestBodies.JSON), Bodies.Register.class);
    Email email = new Email(requireNonNull(body.email()));
    Password password = new Password(requireNonNull(body.password()));
    String name = requireNonNull(body.name());
    RegisterUser.Command command = new RegisterUser.Command(email, password, name);
    switch (limits.registration(context, () -> users.register().handle(command))) {
      case Outcome.Registered(SignedIn signedIn) ->
          signedIn(context, 201, signedIn, "The account is open.");
      case Outcome.EmailTaken _ ->
          throw Problem.of(Code.CONFLICT, "There is an account with this e-mail address.");
    }
  }

  private void logIn(Context context) {
    Bodies.LogIn body =
        forms.read(RequestBodies.body(context, RequestBodies.JSON), Bodies.LogIn.class);
    Email email = new Email(requireNonNull(body.email()));
    String password = requireNonNull(body.password());
    SignedIn signedIn =
        limits
            .logIn(context, email, () -> users.logIn().handle(email, password), Optional::isEmpty)
            .orElseThrow(
                () -> Problem.unauthenticated("E-mail address and password do not match."));
    signedIn(context, 200, signedIn, "Logged in.");
  }

  private void refresh(Context context) {
    RefreshToken token = token(context);
    users.refresh().family(token).ifPresent(limits::takeSession);
    SignedIn signedIn =
        users
            .refresh()
            .handle(token)
            .orElseThrow(
                () -> Problem.unauthenticated("The refresh token is not good; log in again."));
    signedIn(context, 200, signedIn, "The session goes on.");
  }

  private void logOut(Context context) {
    users.logOut().handle(token(context));
    Responses.nothing(context, 204);
  }

  private void me(Context context) {
    var user =
        users
            .find()
            .handle(RequestContext.principal(context).userId())
            .orElseThrow(() -> Problem.unauthenticated("There is no such user any more."));
    Responses.ok(context, UserViews.user(user), "This is you.");
  }

  private RefreshToken token(Context context) {
    Bodies.Refresh body =
        forms.read(RequestBodies.body(context, RequestBodies.JSON), Bodies.Refresh.class);
    return new RefreshToken(requireNonNull(body.refreshToken()));
  }

  private static void signedIn(Context context, int status, SignedIn signedIn, String message) {
    Responses.json(context, status, Envelope.success(UserViews.signedIn(signedIn), message));
  }
}
