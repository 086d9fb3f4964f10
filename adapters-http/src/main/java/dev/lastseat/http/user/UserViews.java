package dev.lastseat.http.user;

import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.json.View;

/** How users are shown. */
public final class UserViews {
  public static final View<User> USER =
      new View<User>()
          .field("id", user -> user.id().value())
          .field("email", user -> user.email().value())
          .field("emailVerified", user -> user.emailVerifiedAt().isPresent())
          .field("name", User::name)
          .field("locale", user -> user.locale().toLanguageTag())
          .field("holdReminders", User::wantsReminders)
          .field("role", User::role)
          .field("createdAt", User::createdAt);

  static final View<SignedIn> SIGNED_IN =
      new View<SignedIn>()
          .field("user", signedIn -> USER.apply(signedIn.user()))
          .field("accessToken", signedIn -> signedIn.accessToken().value())
          .field("accessTokenExpiresAt", signedIn -> signedIn.accessToken().expiresAt())
          .field("refreshToken", signedIn -> signedIn.refreshToken().value());

  private UserViews() {}

  /** To whom has the session {@code current}. */
  public static View<Session> session(String current) {
    return new View<Session>()
        .field("id", Session::id)
        .field("device", session -> session.client().device())
        .field("address", session -> session.client().address())
        .field("createdAt", Session::createdAt)
        .field("lastUsedAt", Session::lastUsedAt)
        .field("expiresAt", Session::expiresAt)
        .field("current", session -> session.id().equals(current));
  }
}
