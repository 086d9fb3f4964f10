package dev.lastseat.graphql.request;

import dev.lastseat.application.api.ErrorCode;
import dev.lastseat.domain.shared.Instants;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Who sends a request, what they may ask for, and for how long. */
public final class Sender {
  /** What begins later is not read any more. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Optional<Principal> principal;
  private final String requestId;
  private final Clock clock;
  private final Instant began;

  public Sender(Optional<Principal> principal, String requestId, Clock clock) {
    this.principal = principal;
    this.requestId = requestId;
    this.clock = clock;
    this.began = clock.instant();
  }

  public static Sender of(DataFetchingEnvironment environment) {
    return of(environment.getGraphQlContext());
  }

  public static Sender of(GraphQLContext context) {
    return Objects.requireNonNull(context.<Sender>get(Sender.class));
  }

  public void attachTo(GraphQLContext.Builder context) {
    context.put(Sender.class, this);
  }

  String requestId() {
    return requestId;
  }

  /** Anybody; an API key needs the scope all the same. */
  public Optional<Principal> anybody(Scope scope) {
    requireTime();
    principal.ifPresent(sender -> requireScope(sender, scope));
    return principal;
  }

  /** A user, or a program that has the scope and acts for one. */
  public Principal user(Scope scope) {
    return anybody(scope)
        .orElseThrow(
            () ->
                GraphqlProblem.of(
                    ErrorCode.AUTHENTICATION_ERROR, "This needs a valid access token."));
  }

  /** Ends what takes too long, between one read and the next. */
  public void requireTime() {
    if (Instants.distance(began, clock.instant()).compareTo(PATIENCE) > 0) {
      throw GraphqlProblem.of(
          ErrorCode.SERVICE_UNAVAILABLE,
          "The request took more than " + PATIENCE.toSeconds() + " s; ask for less at once.");
    }
  }

  private static void requireScope(Principal sender, Scope scope) {
    if (sender.credential() instanceof Credential.Key key && !key.scopes().contains(scope)) {
      throw GraphqlProblem.of(
          ErrorCode.AUTHORIZATION_ERROR, "The API key lacks the scope " + scope.word() + ".");
    }
  }
}
