package dev.lastseat.http.request;

import dev.lastseat.domain.user.Role;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;

/** Who may use a route. */
public enum Access {
  /** Everybody, and nobody is asked for a token: those who come here may just need a new one. */
  OPEN,
  /**
   * Everybody; but a token that is not good is an error, for its sender believes to be somebody.
   */
  ALL,
  /** The same, and API keys of any scope: what they need depends on what is asked for. */
  ALL_KEYS,
  USER,
  STAFF,
  ORGANISER,
  ADMIN;

  /** Returns when the sender may go on. */
  public void require(Context context) {
    switch (this) {
      case OPEN -> {}
      case ALL, ALL_KEYS -> {
        if (context.header("Authorization") != null
            && RequestContext.of(context).principal().isEmpty()) {
          throw Problem.unauthenticated("The access token is not good, or not good any more.");
        }
      }
      case USER -> RequestContext.principal(context);
      case STAFF -> require(context, Role.STAFF, "This is for staff, organisers and admins only.");
      case ORGANISER -> require(context, Role.ORGANISER, "This is for organisers and admins only.");
      case ADMIN -> require(context, Role.ADMIN, "This is for admins only.");
    }
  }

  private static void require(Context context, Role role, String otherwise) {
    if (!RequestContext.principal(context).role().atLeast(role)) {
      throw Problem.forbidden(otherwise);
    }
  }
}
