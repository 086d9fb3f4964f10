package dev.lastseat.application.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.apikey.ApiKeyToken;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What users do with their API keys, and admins and organisers with those of others.
 *
 * @param random must not be predictable
 */
public record ManageApiKeys(
    ApiKeys keys, Events events, TokenHasher hasher, Clock clock, RandomGenerator random) {
  /**
   * See {@link ApiKey}.
   *
   * @param event whose door it is for, where it is of a device
   */
  public record Command(
      Principal owner,
      String name,
      Set<Scope> scopes,
      Optional<EventId> event,
      Optional<Instant> expiresAt) {}

  /** What became of the wish. */
  public sealed interface Outcome {
    record Created(ApiKey key, ApiKeyToken token) implements Outcome {}

    /** The user has {@link ApiKey#MAX_PER_USER} of them. */
    record TooMany() implements Outcome {}

    /** There is no such event at whose door its owner works. */
    record NoEvent() implements Outcome {}
  }

  /**
   * Creates a key for a user. Its token is shown this once, and kept nowhere.
   *
   * @throws InvalidValue when it would have expired already
   */
  public Outcome create(Command command) {
    Instant now = clock.instant();
    command
        .expiresAt()
        .filter(end -> !end.isAfter(now))
        .ifPresent(
            end -> {
              throw new InvalidValue("expiresAt", end, "must be in the future");
            });
    if (!command.event().map(event -> worksAt(event, command.owner())).orElse(true)) {
      return new Outcome.NoEvent();
    }
    if (keys.count(command.owner().userId()) >= ApiKey.MAX_PER_USER) {
      return new Outcome.TooMany();
    }
    ApiKeyToken token = ApiKeyToken.random(new ApiKeyId(Identifiers.next(now, random)), random);
    ApiKey key =
        new ApiKey(
            token.id(),
            command.owner().userId(),
            command.name(),
            command.scopes(),
            command.event(),
            hasher.hash(token.secret()),
            now,
            command.expiresAt(),
            Optional.empty());
    keys.add(key);
    return new Outcome.Created(key, token);
  }

  private boolean worksAt(EventId event, Principal owner) {
    return events.find(event).filter(it -> it.isStaffedBy(owner)).isPresent();
  }

  /** Those of one user, or everybody's; empty for those who may not see them. */
  public Optional<Page<ApiKey>> list(Optional<UserId> owner, PageRequest page, Principal viewer) {
    return viewer.mayManage(owner) ? Optional.of(keys.list(owner, page)) : Optional.empty();
  }

  /**
   * Revokes a key for good: its owner may, any admin, and whoever runs the event that it is a
   * device of.
   *
   * @return whether there was such a key that is the principal's to revoke
   */
  public boolean revoke(ApiKeyId id, Principal principal) {
    return keys.find(id)
            .filter(key -> principal.mayManage(key.owner()) || runsEventOf(principal, key))
            .isPresent()
        && keys.remove(id, clock.instant());
  }

  private boolean runsEventOf(Principal principal, ApiKey key) {
    return key.event().flatMap(events::find).filter(it -> it.isRunBy(principal)).isPresent();
  }
}
