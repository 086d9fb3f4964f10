package dev.lastseat.application.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.apikey.ApiKeyToken;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Creates an API key for a user. Its token is shown this once, and kept nowhere. */
public final class CreateApiKey {
  private final ApiKeys keys;
  private final TokenHasher hasher;
  private final Clock clock;
  private final RandomGenerator random;

  /** {@code random} must not be predictable. */
  public CreateApiKey(ApiKeys keys, TokenHasher hasher, Clock clock, RandomGenerator random) {
    this.keys = keys;
    this.hasher = hasher;
    this.clock = clock;
    this.random = random;
  }

  public record Command(
      UserId owner, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {}

  /** What became of the wish. */
  public sealed interface Outcome {
    record Created(ApiKey key, ApiKeyToken token) implements Outcome {}

    /** The user has {@link ApiKey#MAX_PER_USER} of them. */
    record TooMany() implements Outcome {}
  }

  /**
   * Creates it.
   *
   * @throws InvalidValue when it would have expired already
   */
  public Outcome handle(Command command) {
    Instant now = clock.instant();
    command
        .expiresAt()
        .filter(end -> !end.isAfter(now))
        .ifPresent(
            end -> {
              throw new InvalidValue("expiresAt", end, "must be in the future");
            });
    if (keys.count(command.owner()) >= ApiKey.MAX_PER_USER) {
      return new Outcome.TooMany();
    }
    ApiKeyToken token = ApiKeyToken.random(new ApiKeyId(Identifiers.next(now, random)), random);
    ApiKey key =
        new ApiKey(
            token.id(),
            command.owner(),
            command.name(),
            command.scopes(),
            hasher.hash(token.secret()),
            now,
            command.expiresAt(),
            Optional.empty());
    keys.add(key);
    return new Outcome.Created(key, token);
  }
}
