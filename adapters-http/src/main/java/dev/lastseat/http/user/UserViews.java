package dev.lastseat.http.user;

import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.json.Times;

/** How users are shown. */
public final class UserViews {
  private UserViews() {}

  public record UserView(
      String id,
      String email,
      boolean emailVerified,
      String name,
      String locale,
      boolean holdReminders,
      String role,
      String createdAt) {}

  public record SignedInView(
      UserView user, String accessToken, String accessTokenExpiresAt, String refreshToken) {}

  public static UserView user(User user) {
    return new UserView(
        user.id().value(),
        user.email().value(),
        user.emailVerifiedAt().isPresent(),
        user.name(),
        user.locale().toLanguageTag(),
        user.wantsReminders(),
        user.role().word(),
        Times.text(user.createdAt()));
  }

  public static SignedInView signedIn(SignedIn signedIn) {
    return new SignedInView(
        user(signedIn.user()),
        signedIn.accessToken().value(),
        Times.text(signedIn.accessToken().expiresAt()),
        signedIn.refreshToken().value());
  }

  public record SessionView(
      String id,
      String device,
      String address,
      String createdAt,
      String lastUsedAt,
      String expiresAt,
      boolean current) {}

  public static SessionView session(Session session, String current) {
    return new SessionView(
        session.id(),
        session.client().device(),
        session.client().address(),
        Times.text(session.createdAt()),
        Times.text(session.lastUsedAt()),
        Times.text(session.expiresAt()),
        session.id().equals(current));
  }
}
