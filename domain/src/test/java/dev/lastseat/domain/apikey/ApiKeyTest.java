package dev.lastseat.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private static final Instant NOW = TickingClock.START;
  private static final ApiKeyId ID = new ApiKeyId("01981f2c-aaaa-7bbb-8ccc-0123456789ab");
  private static final ApiKey KEY = AnApiKey.of(new UserId("ada"), "key");

  @Test
  void a_key_admits_its_own_fingerprint_only() {
    assertThat(KEY.admits(KEY.hash(), NOW)).isTrue();
    assertThat(KEY.admits(new TokenHash("another"), NOW)).isFalse();
  }

  @Test
  void a_key_is_good_until_it_expires_and_not_at_that_instant() {
    ApiKey key =
        new ApiKey(
            KEY.id(),
            KEY.owner(),
            "key",
            KEY.scopes(),
            KEY.event(),
            KEY.hash(),
            NOW,
            Optional.of(NOW.plusSeconds(1)),
            Optional.empty());

    assertThat(key.admits(key.hash(), NOW.plusMillis(999))).isTrue();
    assertThat(key.admits(key.hash(), NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void a_key_without_a_scope_does_not_exist() {
    assertThatThrownBy(
            () ->
                new ApiKey(
                    KEY.id(),
                    KEY.owner(),
                    "key",
                    Set.of(),
                    Optional.empty(),
                    KEY.hash(),
                    NOW,
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("scopes");
  }

  @Test
  void a_device_is_good_at_the_door_of_its_event_and_for_nothing_else() {
    ApiKey device = AnApiKey.device(KEY.owner(), "north", new EventId("event"));

    assertThat(device.credential().isGoodAtDoorOf("event")).isTrue();
    assertThat(device.credential().isGoodAtDoorOf("other")).isFalse();
    assertThat(KEY.credential().isGoodAtDoorOf("other")).isTrue();
    assertThatThrownBy(
            () ->
                new ApiKey(
                    KEY.id(),
                    KEY.owner(),
                    "north",
                    Set.of(Scope.CHECKIN, Scope.BOOKINGS_READ),
                    device.event(),
                    KEY.hash(),
                    NOW,
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("checkin alone");
  }

  @Test
  void a_use_is_news_once_a_minute() {
    ApiKey used = AnApiKey.usedAt(KEY, NOW);

    assertThat(KEY.isUseNews(NOW)).isTrue();
    assertThat(used.isUseNews(NOW.plusSeconds(59))).isFalse();
    assertThat(used.isUseNews(NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void a_token_is_read_as_it_was_made_and_does_not_show_its_secret_by_accident() {
    ApiKeyToken token = ApiKeyToken.random(ID, new Random(7));

    assertThat(token.value()).startsWith("lsk_" + ID.value() + "_");
    assertThat(ApiKeyToken.parse(token.value())).contains(token);
    assertThat(token.toString()).contains(ID.value()).doesNotContain(token.secret());
  }

  @Test
  void no_two_tokens_are_alike() {
    Random random = new Random(7);

    assertThat(ApiKeyToken.random(ID, random)).isNotEqualTo(ApiKeyToken.random(ID, random));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lsk_",
        "lsk_id",
        "lsk__0123456789012345678901234567890123456789012",
        "lsk_id_012345678901234567890123456789012345678901",
        "lsk_id_01234567890123456789012345678901234567890123",
        "LSK_id_0123456789012345678901234567890123456789012",
        "lsk_i d_0123456789012345678901234567890123456789012",
        "lsk_id_012345678901234567890123456789012345678901=",
        " lsk_id_0123456789012345678901234567890123456789012"
      })
  void what_does_not_look_like_a_token_is_none(String text) {
    assertThat(ApiKeyToken.parse(text)).isEmpty();
  }

  @Test
  void every_scope_is_found_by_its_word() {
    for (Scope scope : Scope.values()) {
      assertThat(Scope.of(scope.word())).isEqualTo(scope);
    }
    assertThat(Scope.BOOKINGS_CONFIRM.word()).isEqualTo("bookings:confirm");
    assertThatThrownBy(() -> Scope.of("bookings_read"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("must be of events:read, events:write");
  }
}
