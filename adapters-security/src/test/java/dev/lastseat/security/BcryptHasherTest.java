package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.contract.PasswordHasherContract;
import dev.lastseat.domain.port.PasswordHasher;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    PasswordHasher hasher = new BcryptHasher(QUICK, random, 0, Duration.ZERO);

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> hasher.hash(new Password("correct horse")));
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> hasher.matches("correct horse", Optional.empty()));
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

  /** Counts how often salt is taken. */
  private static final class CountingRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private int asked;

    @Override
    public synchronized void nextBytes(byte[] bytes) {
      asked++;
      super.nextBytes(bytes);
    }
  }
}
