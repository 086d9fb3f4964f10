package dev.lastseat.application.passkey;

import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import dev.lastseat.domain.port.security.PasskeyCeremony.Made;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Adds a passkey to an account. First its owner proves to be there by the password, for a passkey
 * outlives the session that somebody may have stolen; then comes what the authenticator answered,
 * and the owner is told by mail.
 *
 * @param random must not be predictable
 */
public record AddPasskey(
    Passkeys passkeys,
    PasskeyChallenges challenges,
    PasskeyCeremony ceremony,
    PasswordHasher hasher,
    MailQueue mails,
    Clock clock,
    RandomGenerator random) {
  /** What became of the wish to add one. */
  public sealed interface Beginning {
    /**
     * The authenticator may answer.
     *
     * @param known what the user has already; the authenticator that has one of them adds none
     */
    record Begun(PasskeyChallenge challenge, List<Passkey> known) implements Beginning {}

    record WrongPassword() implements Beginning {}

    record TooMany() implements Beginning {}
  }

  public Beginning begin(User user, String password) {
    if (!hasher.matches(password, Optional.of(user.passwordHash()))) {
      return new Beginning.WrongPassword();
    }
    List<Passkey> known = passkeys.of(user.id());
    if (known.size() >= Passkey.MAX_PER_USER) {
      return new Beginning.TooMany();
    }
    PasskeyChallenge challenge =
        PasskeyChallenge.random(Optional.of(user.id()), clock.instant(), random);
    challenges.add(challenge);
    return new Beginning.Begun(challenge, known);
  }

  /** What an authenticator answered, and what its owner calls it. */
  public record Command(UserId user, Registration answer, String name) {}

  /** What became of the answer. */
  public sealed interface Outcome {
    record Added(Passkey passkey) implements Outcome {}

    /** It was given for another page, to another challenge, too late or twice, or is forged. */
    record Refused() implements Outcome {}

    /** There is a passkey with this id. */
    record Taken() implements Outcome {}
  }

  public Outcome finish(Command command) {
    Instant now = clock.instant();
    Optional<UserId> owner = Optional.of(command.user());
    return ceremony
        .checkRegistration(command.answer())
        .filter(made -> challenges.spend(made.challenge(), owner, now))
        .map(made -> add(passkey(command, made, now)))
        .orElseGet(Outcome.Refused::new);
  }

  private static Passkey passkey(Command command, Made made, Instant now) {
    return new Passkey(
        made.id(),
        command.user(),
        made.publicKey(),
        made.signCount(),
        command.name(),
        now,
        Optional.empty());
  }

  private Outcome add(Passkey passkey) {
    if (!passkeys.add(passkey)) {
      return new Outcome.Taken();
    }
    mails.add(Letter.Kind.PASSKEY_ADDED, passkey.userId().value(), passkey.id().value());
    return new Outcome.Added(passkey);
  }
}
