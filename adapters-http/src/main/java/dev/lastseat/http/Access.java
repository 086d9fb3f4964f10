package dev.lastseat.http;

import io.javalin.http.Context;

/** Who may use a route. */
enum Access {
  ALL,
  USER,
  ADMIN;

  /** Returns when the sender may go on. */
  void require(Context context) {
    if (this == ALL) {
      return;
    }
    context.header("Cache-Control", "no-store");
    boolean admin = Exchange.principal(context).isAdmin();
    if (this == ADMIN && !admin) {
      throw Problem.of(Code.AUTHORIZATION_ERROR, "This is for admins only.");
    }
  }
}
