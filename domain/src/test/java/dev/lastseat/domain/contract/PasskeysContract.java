package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of passkeys promises. */
public abstract class PasskeysContract {
  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final Instant NOW = TickingClock.START;

  private Passkeys passkeys;

  /** An empty store; called before each test. */
  protected abstract Passkeys open();

  @BeforeEach
  void openPasskeys() {
    passkeys = open();
  }

  @Test
  void a_passkey_is_found_as_it_was_added_used_or_not() {
    Passkey phone = APasskey.of(ADA, "phone");
    Passkey used =
        new Passkey(
            APasskey.id("laptop"),
            ADA,
            Base64Url.ofText("key"),
            4_294_967_295L,
            "Läptop",
            NOW,
            Optional.of(NOW.plusMillis(1)));

    assertThat(passkeys.add(phone)).isTrue();
    assertThat(passkeys.add(used)).isTrue();

    assertThat(passkeys.find(phone.id())).contains(phone);
    assertThat(passkeys.find(used.id())).contains(used);
    assertThat(passkeys.find(APasskey.id("tablet"))).isEmpty();
  }

  @Test
  void an_id_as_long_as_authenticators_may_make_it_is_kept() {
    PasskeyId id = new PasskeyId(Base64Url.of(new byte[PasskeyId.MAX_BYTES]).value());
    Passkey longest =
        new Passkey(id, ADA, Base64Url.ofText("key"), 0, "long", NOW, Optional.empty());

    assertThat(passkeys.add(longest)).isTrue();
    assertThat(passkeys.find(id)).contains(longest);
  }

  @Test
  void an_id_is_taken_once_whoever_has_it() {
    Passkey first = APasskey.of(ADA, "phone");
    passkeys.add(first);

    assertThat(passkeys.add(APasskey.of(BOB, "phone"))).isFalse();
    assertThat(passkeys.find(first.id())).contains(first);
    assertThat(passkeys.of(BOB)).isEmpty();
  }

  @Test
  void ids_that_differ_in_the_case_of_a_letter_differ() {
    Passkey small = named(new PasskeyId("aaaa"), NOW);
    Passkey capital = named(new PasskeyId("AAAA"), NOW);

    assertThat(passkeys.add(small)).isTrue();
    assertThat(passkeys.add(capital)).isTrue();
    assertThat(passkeys.find(small.id())).contains(small);
  }

  @Test
  void the_passkeys_of_a_user_are_listed_oldest_first_and_those_of_nobody_else() {
    Passkey second = named(new PasskeyId("aaaa"), NOW.plusSeconds(2));
    Passkey first = named(new PasskeyId("bbbb"), NOW.plusSeconds(1));
    passkeys.add(second);
    passkeys.add(first);
    passkeys.add(APasskey.of(BOB, "phone"));

    assertThat(passkeys.of(ADA)).containsExactly(first, second);
  }

  @Test
  void a_use_is_noted_with_its_count_and_its_time() {
    Passkey phone = APasskey.of(ADA, "phone");
    passkeys.add(phone);

    assertThat(passkeys.use(phone.id(), 7, NOW.plusSeconds(1))).isTrue();

    assertThat(passkeys.find(phone.id())).contains(used(phone, 7, NOW.plusSeconds(1)));
  }

  @Test
  void a_use_that_is_noted_late_takes_neither_count_nor_time_back() {
    Passkey phone = APasskey.of(ADA, "phone");
    passkeys.add(phone);
    passkeys.use(phone.id(), 7, NOW.plusSeconds(1));

    assertThat(passkeys.use(phone.id(), 6, NOW)).isTrue();

    assertThat(passkeys.find(phone.id())).contains(used(phone, 7, NOW.plusSeconds(1)));
  }

  @Test
  void a_passkey_that_is_not_there_is_not_used() {
    assertThat(passkeys.use(APasskey.id("phone"), 1, NOW)).isFalse();
    assertThat(passkeys.find(APasskey.id("phone"))).isEmpty();
  }

  @RepeatedTest(3)
  void of_many_uses_at_once_the_highest_count_stays() {
    Passkey phone = APasskey.of(ADA, "phone");
    passkeys.add(phone);

    Race.of(8, i -> passkeys.use(phone.id(), i + 1, NOW.plusSeconds(i)));

    assertThat(passkeys.find(phone.id())).contains(used(phone, 8, NOW.plusSeconds(7)));
  }

  @Test
  void its_owner_names_a_passkey_and_nobody_else() {
    Passkey phone = APasskey.of(ADA, "phone");
    passkeys.add(phone);

    assertThat(passkeys.rename(BOB, phone.id(), "mine", NOW)).isFalse();
    assertThat(passkeys.find(phone.id())).contains(phone);
    assertThat(passkeys.rename(ADA, phone.id(), "my phone", NOW)).isTrue();
    assertThat(passkeys.find(phone.id()).orElseThrow().name()).isEqualTo("my phone");
    assertThat(passkeys.rename(ADA, APasskey.id("tablet"), "lost", NOW)).isFalse();
  }

  @Test
  void its_owner_removes_a_passkey_once_and_nobody_else() {
    Passkey phone = APasskey.of(ADA, "phone");
    Passkey laptop = APasskey.of(ADA, "laptop");
    passkeys.add(phone);
    passkeys.add(laptop);

    assertThat(passkeys.remove(BOB, phone.id(), NOW)).isFalse();
    assertThat(passkeys.find(phone.id())).contains(phone);
    assertThat(passkeys.remove(ADA, phone.id(), NOW)).isTrue();
    assertThat(passkeys.remove(ADA, phone.id(), NOW)).isFalse();
    assertThat(passkeys.of(ADA)).containsExactly(laptop);
    assertThat(passkeys.use(phone.id(), 1, NOW)).isFalse();
  }

  @Test
  void all_passkeys_of_a_user_are_removed_and_no_others() {
    passkeys.add(APasskey.of(ADA, "phone"));
    passkeys.add(APasskey.of(ADA, "laptop"));
    Passkey bobs = APasskey.of(BOB, "tablet");
    passkeys.add(bobs);

    passkeys.removeAll(ADA, NOW);

    assertThat(passkeys.of(ADA)).isEmpty();
    assertThat(passkeys.of(BOB)).containsExactly(bobs);
  }

  @Test
  void of_two_passkeys_with_one_id_exactly_one_is_added_whenever_they_meet() {
    int rounds = 50;
    List<List<Boolean>> added =
        Race.ofTwo(
            rounds,
            (runner, round) -> passkeys.add(APasskey.of(runner == 0 ? ADA : BOB, "key " + round)));

    for (int round = 0; round < rounds; round++) {
      UserId owner = added.get(round).getFirst() ? ADA : BOB;
      assertThat(added.get(round)).as("round %d", round).containsOnlyOnce(true);
      assertThat(passkeys.find(APasskey.id("key " + round)).orElseThrow().userId())
          .isEqualTo(owner);
    }
  }

  private static Passkey named(PasskeyId id, Instant createdAt) {
    return new Passkey(
        id, ADA, Base64Url.ofText("key"), 0, id.value(), createdAt, Optional.empty());
  }

  private static Passkey used(Passkey passkey, long signCount, Instant at) {
    return new Passkey(
        passkey.id(),
        passkey.userId(),
        passkey.publicKey(),
        signCount,
        passkey.name(),
        passkey.createdAt(),
        Optional.of(at));
  }
}
