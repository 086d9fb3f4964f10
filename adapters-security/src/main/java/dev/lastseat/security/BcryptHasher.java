package dev.lastseat.security;

import dev.lastseat.domain.port.PasswordHasher;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mindrot.jbcrypt.BCrypt;

/** bcrypt (Provos and Mazières, "A Future-Adaptable Password Scheme", 1999). */
final class BcryptHasher implements PasswordHasher {
  /** The form of crypt(3): version, cost, salt and hash. */
  private static final Pattern WHOLE =
      Pattern.compile("\\$2a?\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

  private static final System.Logger LOG = System.getLogger(BcryptHasher.class.getName());

  private final int rounds;
  private final SecureRandom random;
  private final Duration patience;
  private final Semaphore permits;
  private final PasswordHash nobodys;

  /** {@code patience} is how long a password waits for its turn at the most. */
  BcryptHasher(int rounds, SecureRandom random, int atOnce, Duration patience) {
    this.rounds = rounds;
    this.random = random;
    this.patience = patience;
    this.permits = new Semaphore(atOnce, true);
    this.nobodys = new PasswordHash(BCrypt.hashpw("nobody's password", salt()));
  }

  @Override
  public PasswordHash hash(Password password) {
    return permitted(() -> new PasswordHash(BCrypt.hashpw(password.value(), salt())));
  }

  @Override
  public boolean matches(String typed, Optional<PasswordHash> hash) {
    String password = Password.normal(typed);
    Optional<PasswordHash> whole = hash.filter(BcryptHasher::isWhole);
    boolean same = permitted(() -> BCrypt.checkpw(password, whole.orElse(nobodys).value()));
    return same && whole.isPresent() && isHashable(password);
  }

  private static boolean isWhole(PasswordHash hash) {
    boolean whole = WHOLE.matcher(hash.value()).matches();
    if (!whole) {
      LOG.log(Level.ERROR, "a stored password hash is damaged; nobody can log in with it");
    }
    return whole;
  }

  /**
   * bcrypt reads 72 bytes and no further, and repeats what is shorter with a NUL between: neither
   * what is longer nor what has a NUL was ever hashed.
   */
  private static boolean isHashable(String password) {
    return password.indexOf('\0') < 0
        && password.getBytes(StandardCharsets.UTF_8).length <= Password.MAX_BYTES;
  }

  private String salt() {
    return BCrypt.gensalt(rounds, random);
  }

  /**
   * Hashing is all computing: more at once than there are cores would only make every one of them
   * slower.
   */
  private <T> T permitted(Supplier<T> work) {
    takePermit();
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }

  private void takePermit() {
    boolean taken = false;
    try {
      taken = permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!taken) {
      throw new StoreUnavailable("too many passwords are waiting to be hashed");
    }
  }
}
