package dev.lastseat.domain.stored;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.session.Client;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.Set;

/** Users, and what they log in by, of what is stored of them. */
public final class StoredAccounts {
  private StoredAccounts() {}

  public static User user(Fields user) {
    return user.sensible(
        "name",
        () ->
            new User(
                user.text("id", UserId::new),
                user.text("email", Email::new),
                user.optionalTime("emailVerifiedAt"),
                user.text("name"),
                user.text("locale", User::locale),
                user.flag("reminders"),
                user.word("role", Role.class),
                user.text("passwordHash", PasswordHash::new),
                user.time("createdAt")));
  }

  public static Session session(Fields session) {
    return new Session(
        session.text("id"),
        session.text("userId", UserId::new),
        session.sensible(
            "device", () -> new Client(session.text("device"), session.text("address"))),
        session.time("createdAt"),
        session.time("lastUsedAt"),
        session.time("expiresAt"),
        session.time("endsAt"));
  }

  /** The token of that hash, by which it is looked up. */
  public static OneTimeToken token(TokenHash hash, Fields token) {
    return new OneTimeToken(
        hash,
        token.text("purpose", Purpose::valueOf),
        token.text("userId", UserId::new),
        token.text("email", Email::new),
        token.time("expiresAt"));
  }

  public static Passkey passkey(Fields passkey) {
    return passkey.sensible(
        "name",
        () ->
            new Passkey(
                passkey.text("id", PasskeyId::new),
                passkey.text("userId", UserId::new),
                passkey.text("publicKey", Base64Url::new),
                passkey.number("signCount"),
                passkey.text("name"),
                passkey.time("createdAt"),
                passkey.optionalTime("lastUsedAt")));
  }

  public static ApiKey apiKey(Fields key) {
    return key.sensible(
        "name",
        () ->
            new ApiKey(
                key.text("id", ApiKeyId::new),
                key.text("userId", UserId::new),
                key.text("name"),
                Set.copyOf(key.texts("scopes", Scope::of)),
                key.optionalText("eventId", EventId::new),
                key.text("hash", TokenHash::new),
                key.time("createdAt"),
                key.optionalTime("expiresAt"),
                key.optionalTime("lastUsedAt")));
  }

  /** What users may change of themselves, but the words that they are found by. */
  public static Values changeable(User user) {
    return new Values()
        .with("email", user.email().value())
        .with("emailVerifiedAt", user.emailVerifiedAt())
        .with("name", user.name())
        .with("locale", user.locale().toLanguageTag())
        .with("reminders", user.wantsReminders())
        .with("passwordHash", user.passwordHash().value());
  }

  public static Values values(User user) {
    return changeable(user)
        .with("id", user.id().value())
        .with("role", user.role().word())
        .with("createdAt", user.createdAt());
  }

  public static Values values(Session session) {
    return new Values()
        .with("id", session.id())
        .with("userId", session.userId().value())
        .with("device", session.client().device())
        .with("address", session.client().address())
        .with("createdAt", session.createdAt())
        .with("lastUsedAt", session.lastUsedAt())
        .with("expiresAt", session.expiresAt())
        .with("endsAt", session.endsAt());
  }

  /** But its hash. */
  public static Values values(OneTimeToken token) {
    return new Values()
        .with("purpose", token.purpose().name())
        .with("userId", token.userId().value())
        .with("email", token.email().value())
        .with("expiresAt", token.expiresAt());
  }

  public static Values values(Passkey passkey) {
    return new Values()
        .with("id", passkey.id().value())
        .with("userId", passkey.userId().value())
        .with("publicKey", passkey.publicKey().value())
        .with("signCount", passkey.signCount())
        .with("name", passkey.name())
        .with("createdAt", passkey.createdAt())
        .with("lastUsedAt", passkey.lastUsedAt());
  }

  public static Values values(ApiKey key) {
    return new Values()
        .with("id", key.id().value())
        .with("userId", key.owner().value())
        .with("name", key.name())
        .with("scopes", key.scopes().stream().map(Scope::word).sorted().toList())
        .with("eventId", key.event().map(EventId::value))
        .with("hash", key.hash().value())
        .with("createdAt", key.createdAt())
        .with("expiresAt", key.expiresAt())
        .with("lastUsedAt", key.lastUsedAt());
  }
}
