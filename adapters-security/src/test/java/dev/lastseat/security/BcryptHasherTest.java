package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.contract.PasswordHasherContract;
import dev.lastseat.domain.port.Overloaded;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptHasherTest extends PasswordHasherContract {
  private static final int QUICK = 4;

  private final CountingRandom random = new CountingRandom();

  @Override
  protected PasswordHasher open() {
    return SecurityAdapters.passwordHasher(QUICK, random);
  }

  /** The form of a hash is that of crypt(3): version, cost, salt and hash. */
  @Test
  void a_hash_tells_the_rounds_it_was_made_with() {
    PasswordHasher hasher = SecurityAdapters.passwordHasher(5, random);

    assertThat(hasher.hash(new Password("correct horse")).value())
        .matches("\\$2a\\$05\\$[./A-Za-z0-9]{53}");
  }

  @Test
  void a_hash_of_other_rounds_still_matches() {
    PasswordHash old =
        SecurityAdapters.passwordHasher(5, random).hash(new Password("correct horse"));

    assertThat(open().matches("correct horse", Optional.of(old))).isTrue();
  }

  @Test
  void every_salt_comes_from_the_randomness_that_was_given() {
    PasswordHasher hasher = open();
    int before = random.asked;

    hasher.hash(new Password("correct horse"));

    assertThat(random.asked).isEqualTo(before + 1);
  }

  @Test
  void more_passwords_than_there_are_turns_at_once_are_all_hashed() {
    PasswordHasher hasher = new BcryptHasher(QUICK, random, 1, Duration.ofDays(1));
    Password password = new Password("correct horse");

    List<CompletableFuture<Boolean>> matches =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> hasher.matches(password.value(), Optional.of(hasher.hash(password))),
                        Thread::startVirtualThread))
            .toList();

    assertThat(matches).allMatch(CompletableFuture::join);
  }

  @Test
  void who_gets_no_turn_in_time_is_told_to_come_again() {
    PasswordHasher hasher = new BcryptHasher(QUICK, random, 1, Duration.ZERO);
    CompletableFuture<?> gate = random.close();

    while (!random.entered.tryAcquire()) {
      assertThatExceptionOfType(Overloaded.class)
          .isThrownBy(() -> hasher.hash(new Password("correct horse")));
    }
    assertThatExceptionOfType(Overloaded.class)
        .isThrownBy(() -> hasher.matches("correct horse", Optional.empty()));
    gate.complete(null);
  }

  @Test
  void passwords_are_hashed_on_platform_threads_and_no_more_at_once_than_there_are_turns() {
    PasswordHasher hasher = new BcryptHasher(QUICK, random, 2, Duration.ofDays(1));
    CompletableFuture<?> gate = random.close();
    Password password = new Password("correct horse");

    List<CompletableFuture<PasswordHash>> hashes =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> hasher.hash(password), Thread::startVirtualThread))
            .toList();
    random.entered.acquireUninterruptibly(2);
    gate.complete(null);

    assertThat(hashes).allMatch(hash -> hasher.matches("correct horse", Optional.of(hash.join())));
    assertThat(random.mostAtOnce).hasValue(2);
    assertThat(random.threads).hasSizeLessThanOrEqualTo(2).noneMatch(Thread::isVirtual);
  }

  /** As php, python and htpasswd write them; the same password, salt and cost. */
  @ParameterizedTest
  @ValueSource(strings = {"$2a", "$2b", "$2y"})
  void a_hash_that_another_program_made_is_understood(String version) {
    String hash = version + "$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    assertThat(open().matches("U*U", Optional.of(new PasswordHash(hash)))).isTrue();
    assertThat(open().matches("U*V", Optional.of(new PasswordHash(hash)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$2a$",
        "$2a$04$short",
        "$2a$99$abcdefghijklmnopqrstuu5Ee0x1Sm6Ia5CQ8nq0G1zO0nUeF1o0S",
        "$2x$04$abcdefghijklmnopqrstuu5Ee0x1Sm6Ia5CQ8nq0G1zO0nUeF1o0S",
        "correct horse"
      })
  void nothing_matches_a_damaged_hash(String damaged) {
    assertThat(open().matches("correct horse", Optional.of(new PasswordHash(damaged)))).isFalse();
  }

  /** Counts how often salt is taken, where, and by how many at once; holds them up when closed. */
  private static final class CountingRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private int asked;
    private final transient Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Semaphore entered = new Semaphore(0);
    private transient volatile CompletableFuture<?> gate = CompletableFuture.completedFuture(null);

    /** Opens when it is completed. */
    private CompletableFuture<?> close() {
      threads.clear();
      entered.drainPermits();
      gate = new CompletableFuture<>();
      return gate;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      synchronized (this) {
        asked++;
      }
      threads.add(Thread.currentThread());
      mostAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
      entered.release();
      gate.join();
      super.nextBytes(bytes);
      inside.decrementAndGet();
    }
  }
}
