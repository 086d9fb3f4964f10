package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Scope;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What lets somebody in as a user - sessions, API keys and passkeys - as facts tell it: since when,
 * and until when. Nothing is told of what proves it or of each use, nor of its name, unless that is
 * of a device at a door.
 */
public final class AccessFacts {
  private AccessFacts() {}

  public static Change opened(Session session) {
    return Change.of(
        StreamId.ofSession(session.id()),
        FactKind.SESSION_OPENED,
        session.createdAt(),
        fields(session));
  }

  public static Change revoked(String session, Instant at) {
    return ended(StreamId.ofSession(session), FactKind.SESSION_REVOKED, at);
  }

  public static Change created(ApiKey key) {
    return Change.of(StreamId.of(key.id()), FactKind.API_KEY_CREATED, key.createdAt(), fields(key));
  }

  public static Change revoked(ApiKeyId key, Instant at) {
    return ended(StreamId.of(key), FactKind.API_KEY_REVOKED, at);
  }

  public static Change added(Passkey passkey) {
    return Change.of(
        StreamId.of(passkey), FactKind.PASSKEY_ADDED, passkey.createdAt(), fields(passkey));
  }

  public static Change renamed(StreamId passkey, Instant at) {
    return Change.of(passkey, FactKind.PASSKEY_RENAMED, at, "name", "");
  }

  public static Change removed(StreamId passkey, Instant at) {
    return ended(passkey, FactKind.PASSKEY_REMOVED, at);
  }

  private static Change ended(StreamId stream, FactKind kind, Instant at) {
    return Change.of(stream, kind, at, StreamState.ENDED, at.toString());
  }

  /** All that facts tell of a session. */
  public static SortedMap<String, String> fields(Session session) {
    return new FactFields()
        .with("user", session.userId().value())
        .with("createdAt", session.createdAt())
        .with("endsAt", session.endsAt())
        .texts();
  }

  /** All that facts tell of an API key. */
  public static SortedMap<String, String> fields(ApiKey key) {
    return new FactFields()
        .with("user", key.owner().value())
        .with("scopes", key.scopes().stream().map(Scope::word).sorted().toList())
        .with("createdAt", key.createdAt())
        .with("event", key.event().map(EventId::value))
        .with("device", key.event().map(_ -> key.name()))
        .with("expiresAt", key.expiresAt())
        .texts();
  }

  /** All that facts tell of a passkey. */
  public static SortedMap<String, String> fields(Passkey passkey) {
    return new FactFields()
        .with("user", passkey.userId().value())
        .with("createdAt", passkey.createdAt())
        .texts();
  }
}
