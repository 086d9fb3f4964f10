package dev.lastseat.http.request;

import dev.lastseat.http.json.Code;
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
  USER,
  ADMIN;

  /** Whether nobody comes in without a token. */
  public boolean needsToken() {
    return this == USER || this == ADMIN;
  }

  /** Returns when the sender may go on. */
  void require(Context context) {
    switch (this) {
      case OPEN -> {}
      case ALL -> {
        if (context.header("Authorization") != null
            && RequestContext.of(context).principal().isEmpty()) {
          throw Problem.unauthenticated("The access token is not good, or not good any more.");
        }
      }
      case USER -> RequestContext.principal(context);
      case ADMIN -> {
        if (!RequestContext.principal(context).isAdmin()) {
          throw Problem.of(Code.AUTHORIZATION_ERROR, "This is for admins only.");
        }
      }
    }
  }
}
