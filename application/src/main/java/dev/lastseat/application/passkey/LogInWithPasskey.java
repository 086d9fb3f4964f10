package dev.lastseat.application.passkey;

import dev.lastseat.application.session.SignIn;
import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Signed;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.session.Client;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs in whoever has a passkey, with the same session as a password. The answer names the passkey,
 * so nobody has to say who they are beforehand. All that is refused is answered alike; and whether
 * there is such a passkey makes no difference to the work, either.
 *
 * @param random must not be predictable
 */
public record LogInWithPasskey(
    Passkeys passkeys,
    PasskeyChallenges challenges,
    PasskeyCeremony ceremony,
    Users users,
    SignIn signIn,
    Clock clock,
    RandomGenerator random) {
  private static final Logger log = LoggerFactory.getLogger("dev.lastseat.security");

  public PasskeyChallenge begin() {
    PasskeyChallenge challenge = PasskeyChallenge.random(Optional.empty(), clock.instant(), random);
    challenges.add(challenge);
    return challenge;
  }

  /** Empty when the answer proves nobody. */
  public Optional<SignedIn> finish(LogIn answer, Client client) {
    Instant now = clock.instant();
    Optional<Passkey> passkey =
        passkeys.find(answer.id()).filter(it -> isOwner(answer.userHandle(), it));
    return ceremony
        .checkLogIn(answer, passkey)
        .filter(signed -> challenges.spend(signed.challenge(), Optional.empty(), now))
        .flatMap(signed -> passkey.filter(it -> use(it, signed, now)))
        .flatMap(it -> users.find(it.userId()))
        .flatMap(user -> signIn.start(user, client));
  }

  private static boolean isOwner(Base64Url userHandle, Passkey passkey) {
    return userHandle.equals(Passkey.handle(passkey.userId()));
  }

  private boolean use(Passkey passkey, Signed signed, Instant now) {
    if (passkey.signCount() > 0 && signed.signCount() <= passkey.signCount()) {
      log.atWarn()
          .addKeyValue("userId", passkey.userId().value())
          .log("the count of a passkey did not go on; it may have been copied");
    }
    return passkeys.use(passkey.id(), signed.signCount(), now);
  }
}
