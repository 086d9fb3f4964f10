package dev.lastseat.domain.apikey;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key by which a program acts for its owner.
 *
 * @param name what its owner calls it
 * @param scopes what it is good for; at least one
 * @param event where it is of a device: the one at whose door it is good, and for nothing else
 * @param hash the fingerprint of its secret, which is nowhere kept
 * @param expiresAt from when on it is not good any more; empty for never
 * @param lastUsedAt not older than the last use by more than {@link #LAST_USE_STEP} and the moment
 *     that it takes to note
 */
public record ApiKey(
    ApiKeyId id,
    UserId owner,
    String name,
    Set<Scope> scopes,
    Optional<EventId> event,
    TokenHash hash,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt) {
  public static final int MAX_NAME = 100;

  /** How many a user may have; one more or less where two are created at once. */
  public static final int MAX_PER_USER = 100;

  /** The last use is noted when it is so much later than the one that is known. */
  public static final Duration LAST_USE_STEP = Duration.ofMinutes(1);

  public ApiKey {
    name = Text.require("name", name, MAX_NAME);
    scopes = Set.copyOf(scopes);
    if (scopes.isEmpty()) {
      throw new InvalidValue("scopes", scopes, "must be one at least");
    }
    if (event.isPresent() && !scopes.equals(Set.of(Scope.CHECKIN))) {
      throw new InvalidValue("scopes", scopes, "must be checkin alone for the door of one event");
    }
  }

  /**
   * Whether a secret with this fingerprint may be used. How long it takes to compare tells about
   * the fingerprint at the most, from which no way leads to the secret.
   */
  public boolean admits(TokenHash presented, Instant now) {
    return hash.equals(presented) && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** What those who use it show. */
  public Credential credential() {
    return new Credential.Key(id, scopes, event.map(at -> new Credential.Device(name, at.value())));
  }

  /** Whether a use now is to be noted. */
  public boolean isUseNews(Instant now) {
    return lastUsedAt.filter(last -> last.plus(LAST_USE_STEP).isAfter(now)).isEmpty();
  }
}
