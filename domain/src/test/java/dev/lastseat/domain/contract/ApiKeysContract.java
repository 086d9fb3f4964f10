package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of API keys promises. */
public abstract class ApiKeysContract {
  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final Instant NOW = TickingClock.START;
  private static final Optional<UserId> EVERYBODY = Optional.empty();

  private ApiKeys keys;

  /** An empty store; called before each test. */
  protected abstract ApiKeys open();

  @BeforeEach
  void openKeys() {
    keys = open();
  }

  @Test
  void a_key_is_found_as_it_was_added() {
    ApiKey plain = add(AnApiKey.of(ADA, "plain"));
    ApiKey whole =
        add(
            new ApiKey(
                new ApiKeyId("whole"),
                BOB,
                "Die Kasse",
                EnumSet.allOf(Scope.class),
                Optional.empty(),
                new TokenHash("00ff"),
                NOW,
                Optional.of(NOW.plusMillis(2)),
                Optional.of(NOW.plusMillis(1))));

    ApiKey device = add(AnApiKey.device(ADA, "device", new EventId("event")));

    assertThat(keys.find(plain.id())).contains(plain);
    assertThat(keys.find(device.id())).contains(device);
    assertThat(keys.find(whole.id())).contains(whole);
    assertThat(keys.find(new ApiKeyId("unknown"))).isEmpty();
  }

  @Test
  void ids_that_differ_in_the_case_of_a_letter_differ() {
    ApiKey small = add(AnApiKey.of(ADA, "key"));

    assertThat(keys.find(new ApiKeyId("KEY"))).isEmpty();
    assertThat(keys.remove(new ApiKeyId("KEY"), NOW)).isFalse();
    assertThat(keys.find(small.id())).contains(small);
  }

  @Test
  void keys_come_newest_first_those_of_a_user_or_of_everybody() {
    ApiKey first = add(AnApiKey.of(ADA, "b", NOW));
    ApiKey twin = add(AnApiKey.of(ADA, "c", NOW));
    ApiKey last = add(AnApiKey.of(ADA, "a", NOW.plusSeconds(1)));
    ApiKey bobs = add(AnApiKey.of(BOB, "d", NOW.plusSeconds(2)));

    Page<ApiKey> hers = keys.list(Optional.of(ADA), PageRequest.FIRST);
    Page<ApiKey> all = keys.list(EVERYBODY, PageRequest.FIRST);

    assertThat(hers.items()).containsExactly(last, twin, first);
    assertThat(hers.total()).contains(3L);
    assertThat(all.items()).containsExactly(bobs, last, twin, first);
  }

  @Test
  void whoever_follows_the_cursors_sees_every_key_once() {
    for (int i = 0; i < 5; i++) {
      add(AnApiKey.of(i < 3 ? ADA : BOB, "key-" + i, NOW.plusSeconds(i / 2)));
    }

    Page<ApiKey> first = page(EVERYBODY, Optional.empty());
    Page<ApiKey> second = page(EVERYBODY, first.next());
    Page<ApiKey> third = page(EVERYBODY, second.next());

    assertThat(ids(first)).containsExactly("key-4", "key-3");
    assertThat(ids(second)).containsExactly("key-2", "key-1");
    assertThat(ids(third)).containsExactly("key-0");
    assertThat(third.next()).isEmpty();
    assertThat(ids(page(Optional.of(ADA), page(Optional.of(ADA), Optional.empty()).next())))
        .containsExactly("key-0");
  }

  @Test
  void the_keys_of_a_user_are_counted_and_those_of_nobody_else() {
    add(AnApiKey.of(ADA, "one"));
    add(AnApiKey.of(ADA, "two"));
    add(AnApiKey.of(BOB, "three"));

    assertThat(keys.count(ADA)).isEqualTo(2);
    assertThat(keys.count(new UserId("nobody"))).isZero();
  }

  @Test
  void a_use_is_noted_and_one_that_is_noted_late_takes_nothing_back() {
    ApiKey key = add(AnApiKey.of(ADA, "key"));

    keys.use(key.id(), NOW.plusSeconds(2));
    keys.use(key.id(), NOW.plusSeconds(1));

    assertThat(keys.find(key.id())).contains(AnApiKey.usedAt(key, NOW.plusSeconds(2)));
  }

  @Test
  void a_use_of_a_key_that_was_removed_does_not_bring_it_back() {
    ApiKey key = add(AnApiKey.of(ADA, "key"));
    keys.remove(key.id(), NOW);

    keys.use(key.id(), NOW);

    assertThat(keys.find(key.id())).isEmpty();
    assertThat(keys.list(EVERYBODY, PageRequest.FIRST).items()).isEmpty();
  }

  @Test
  void a_key_is_removed_once_and_is_not_found_after() {
    ApiKey key = add(AnApiKey.of(ADA, "key"));
    ApiKey other = add(AnApiKey.of(ADA, "other"));

    assertThat(keys.remove(key.id(), NOW)).isTrue();
    assertThat(keys.remove(key.id(), NOW)).isFalse();
    assertThat(keys.find(key.id())).isEmpty();
    assertThat(keys.find(other.id())).contains(other);
  }

  @Test
  void all_keys_of_a_user_are_removed_and_no_others() {
    add(AnApiKey.of(ADA, "one"));
    add(AnApiKey.of(ADA, "two"));
    ApiKey bobs = add(AnApiKey.of(BOB, "three"));

    keys.removeAll(ADA, NOW);

    assertThat(keys.list(EVERYBODY, PageRequest.FIRST).items()).containsExactly(bobs);
  }

  @RepeatedTest(3)
  void of_many_who_remove_one_key_at_once_one_does() {
    ApiKey key = add(AnApiKey.of(ADA, "key"));

    assertThat(Race.of(8, _ -> keys.remove(key.id(), NOW))).containsOnlyOnce(true);
  }

  private ApiKey add(ApiKey key) {
    keys.add(key);
    return key;
  }

  private Page<ApiKey> page(Optional<UserId> owner, Optional<Position> after) {
    return keys.list(owner, new PageRequest.After(after, 2));
  }

  private static List<String> ids(Page<ApiKey> page) {
    return page.items().stream().map(key -> key.id().value()).toList();
  }
}
