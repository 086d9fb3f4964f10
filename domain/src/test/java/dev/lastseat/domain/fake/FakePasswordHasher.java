package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.Overloaded;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Salted and quick; counts how often it worked, as a stand-in for the time a real one takes. */
public final class FakePasswordHasher implements PasswordHasher {
  private static final Runnable NOTHING = () -> {};

  private final AtomicInteger salts = new AtomicInteger();
  private final AtomicInteger comparisons = new AtomicInteger();
  private final AtomicReference<Runnable> afterComparison = new AtomicReference<>(NOTHING);
  private volatile boolean overloaded;

  /** Runs once, between the next comparison and its answer. */
  public void afterComparison(Runnable hook) {
    afterComparison.set(hook);
  }

  /** Whether from now on too many others are hashed before. */
  public void overload(boolean now) {
    overloaded = now;
  }

  private void takeTurn() {
    if (overloaded) {
      throw new Overloaded("too many passwords are waiting to be hashed");
    }
  }

  @Override
  public PasswordHash hash(Password password) {
    takeTurn();
    return hash(String.valueOf(salts.incrementAndGet()), password.value());
  }

  @Override
  public boolean matches(String password, Optional<PasswordHash> hash) {
    takeTurn();
    comparisons.incrementAndGet();
    String normal = Password.normal(password);
    boolean same = hash.filter(known -> hash(salt(known), normal).equals(known)).isPresent();
    afterComparison.getAndSet(NOTHING).run();
    return same;
  }

  /** How many passwords were compared, with a hash or without. */
  public int comparisons() {
    return comparisons.get();
  }

  private static String salt(PasswordHash hash) {
    return hash.value().substring(0, hash.value().indexOf('$'));
  }

  private static PasswordHash hash(String salt, String password) {
    return new PasswordHash(salt + "$" + Sha256.hex(salt + password));
  }
}
