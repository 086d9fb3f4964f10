package dev.lastseat.http.passkey;

import static dev.lastseat.http.request.RequestContext.userId;
import static dev.lastseat.http.request.Resource.PASSKEY;

import dev.lastseat.application.passkey.AddPasskey;
import dev.lastseat.application.passkey.AddPasskey.Beginning;
import dev.lastseat.application.passkey.AddPasskey.Outcome;
import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.filter.RateLimits;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import dev.lastseat.http.user.AuthRoutes;
import dev.lastseat.http.user.Clients;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Passkeys: their owners look after them, and log in with them. */
public record PasskeyRoutes(PasskeyUseCases passkeys, RateLimits limits) {
  public List<Route> routes() {
    return List.of(
        Route.post("/auth/passkeys/options", Access.USER, this::begin),
        Route.post("/auth/passkeys", Access.USER, this::add),
        Route.get("/auth/passkeys", Access.USER, this::list),
        Route.patch("/auth/passkeys/{id}", Access.USER, this::rename),
        Route.delete("/auth/passkeys/{id}", Access.USER, this::remove),
        Route.post("/auth/passkey-login/options", Access.OPEN, this::beginLogIn),
        Route.post("/auth/passkey-login", Access.OPEN, this::logIn));
  }

  /** Whoever guesses at the password here is counted as one who guesses at a log-in. */
  private void begin(Context context) {
    Fields body = RequestBodies.fields(context).require("password");
    String password = body.requireGood(body.text("password"));
    User user = passkeys.profile().find(userId(context)).orElseThrow(Problem::userGone);
    Beginning beginning =
        limits.logIn(
            context,
            user.email(),
            () -> passkeys.add().begin(user, password),
            Beginning.WrongPassword.class::isInstance);
    switch (beginning) {
      case Beginning.Begun begun ->
          Responses.ok(
              context,
              PasskeyViews.creation(passkeys.shop(), user, begun),
              "The authenticator may answer.");
      case Beginning.WrongPassword _ -> throw Problem.wrongPassword("password");
      case Beginning.TooMany _ ->
          throw Problem.conflict(
              "There are %d passkeys, the most there may be: remove one first."
                  .formatted(Passkey.MAX_PER_USER));
    }
  }

  private void add(Context context) {
    Fields body = RequestBodies.fields(context).require("name");
    Optional<String> name = body.made("name", Passkey::name);
    Registration answer = PasskeyBodies.registration(body);
    var command = new AddPasskey.Command(userId(context), answer, name.orElseThrow());
    switch (passkeys.add().finish(command)) {
      case Outcome.Added(Passkey added) ->
          Responses.created(context, PasskeyViews.PASSKEY.apply(added), "The passkey was added.");
      case Outcome.Refused _ ->
          throw Problem.invalid(
              "credential", "must answer the options asked for last, here, and within 5 minutes");
      case Outcome.Taken _ -> throw Problem.conflict("There is a passkey with this id already.");
    }
  }

  private void list(Context context) {
    var own = passkeys.own().list(userId(context));
    Responses.all(context, own, PasskeyViews.PASSKEY, "Your passkeys.");
  }

  private void rename(Context context) {
    PasskeyId id = PASSKEY.id(context);
    Fields body = RequestBodies.fields(context).require("name");
    String name = body.requireGood(body.made("name", Passkey::name));
    Passkey renamed =
        passkeys.own().rename(userId(context), id, name).orElseThrow(PASSKEY::notFound);
    Responses.ok(context, PasskeyViews.PASSKEY.apply(renamed), "The passkey has its new name.");
  }

  private void remove(Context context) {
    boolean found = passkeys.own().remove(userId(context), PASSKEY.id(context));
    Responses.done(context, found, PASSKEY);
  }

  private void beginLogIn(Context context) {
    Responses.ok(
        context,
        PasskeyViews.request(passkeys.shop(), passkeys.logIn().begin()),
        "The authenticator may answer.");
  }

  private void logIn(Context context) {
    LogIn answer = PasskeyBodies.logIn(RequestBodies.fields(context));
    SignedIn signedIn =
        limits
            .logIn(
                context,
                () -> passkeys.logIn().finish(answer, Clients.of(context)),
                Optional::isEmpty)
            .orElseThrow(() -> Problem.unauthenticated("The passkey proves nobody here."));
    AuthRoutes.signedIn(context, 200, signedIn, "Logged in.");
  }
}
