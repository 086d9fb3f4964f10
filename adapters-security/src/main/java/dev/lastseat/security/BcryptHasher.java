package dev.lastseat.security;

import dev.lastseat.domain.port.Overloaded;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.mindrot.jbcrypt.BCrypt;

/**
 * bcrypt (Provos and Mazières, "A Future-Adaptable Password Scheme", 1999).
 *
 * <p>Hashing is all computing. It has platform threads of its own, which the operating system
 * interrupts: on a virtual thread a hash would keep its carrier, and two log-ins all of two cores.
 */
final class BcryptHasher implements PasswordHasher {
  /** The form of crypt(3): version, cost, salt and hash. */
  private static final Pattern WHOLE =
      Pattern.compile("\\$2[aby]?\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

  /** The most passwords that may wait; more than these would have to wait for too long anyway. */
  private static final int MAX_WAITING = 1_000;

  private static final System.Logger LOG = System.getLogger(BcryptHasher.class.getName());

  private final int rounds;
  private final SecureRandom random;
  private final Duration patience;
  private final ExecutorService threads;
  private final PasswordHash nobodys;

  /** {@code patience} is how long a password is waited for at the most. */
  BcryptHasher(int rounds, SecureRandom random, int atOnce, Duration patience) {
    this.rounds = rounds;
    this.random = random;
    this.patience = patience;
    this.threads = threads(atOnce);
    this.nobodys = new PasswordHash(BCrypt.hashpw("nobody's password", salt()));
  }

  /** They end by themselves when there is nothing to do. */
  private static ExecutorService threads(int atOnce) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("lastseat-hash-", 0).daemon().factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  @Override
  public PasswordHash hash(Password password) {
    return inTurn(() -> new PasswordHash(BCrypt.hashpw(password.value(), salt())));
  }

  @Override
  public boolean matches(String typed, Optional<PasswordHash> hash) {
    String password = Password.normal(typed);
    PasswordHash given = hash.orElse(nobodys);
    boolean whole = isWhole(given);
    String known = readable(whole ? given : nobodys);
    boolean same = inTurn(() -> BCrypt.checkpw(password, known));
    return same && whole && hash.isPresent() && isHashable(password);
  }

  private static boolean isWhole(PasswordHash hash) {
    boolean whole = WHOLE.matcher(hash.value()).matches();
    if (!whole) {
      LOG.log(Level.ERROR, "a stored password hash is damaged; nobody can log in with it");
    }
    return whole;
  }

  /** What others call 2b and 2y is what the library calls 2a (docs/adr/0013). */
  private static String readable(PasswordHash hash) {
    return hash.value().replaceFirst("^\\$2[by]", "\\$2a");
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

  private <T> T inTurn(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      threads.execute(task);
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException | TimeoutException full) {
      throw overloaded(task);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw overloaded(task);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a password could not be hashed", failed.getCause());
    }
  }

  /** Nobody waits for the task any more, so it is not begun. */
  private static Overloaded overloaded(FutureTask<?> task) {
    task.cancel(false);
    return new Overloaded("too many passwords are waiting to be hashed");
  }
}
