package dev.lastseat.domain.port.store.account;

import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The secrets that were mailed and not used yet. */
public interface OneTimeTokens {
  void add(OneTimeToken token);

  /** The token as long as it can be spent. */
  Optional<OneTimeToken> find(TokenHash hash, Purpose purpose, Instant now);

  /**
   * Takes a token away, in one atomic step: of several who spend it at once, exactly one does. All
   * others of that purpose and user are taken away after it.
   *
   * @return whether there was this token, not expired
   */
  boolean spend(OneTimeToken token, Instant now);

  /** Takes away all tokens of the user. */
  void forget(UserId user);

  /** Forgets those that expired before {@code now}. */
  void forgetExpired(Instant now);
}
