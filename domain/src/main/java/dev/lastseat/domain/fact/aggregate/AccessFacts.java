package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.apikey.ApiKey;
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
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("user", session.userId().value());
    fields.put("createdAt", session.createdAt().toString());
    fields.put("endsAt", session.endsAt().toString());
    return fields;
  }

  /** All that facts tell of an API key. */
  public static SortedMap<String, String> fields(ApiKey key) {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("user", key.owner().value());
    fields.put(
        "scopes", key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(",")));
    fields.put("createdAt", key.createdAt().toString());
    key.event()
        .ifPresent(
            event -> {
              fields.put("event", event.value());
              fields.put("device", key.name());
            });
    key.expiresAt().ifPresent(at -> fields.put("expiresAt", at.toString()));
    return fields;
  }

  /** All that facts tell of a passkey. */
  public static SortedMap<String, String> fields(Passkey passkey) {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("user", passkey.userId().value());
    fields.put("createdAt", passkey.createdAt().toString());
    return fields;
  }
}
