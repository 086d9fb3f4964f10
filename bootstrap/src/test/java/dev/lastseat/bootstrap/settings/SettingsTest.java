package dev.lastseat.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.payment.ProviderSecret;
import dev.lastseat.domain.user.Password;
import dev.lastseat.mongo.MongoAdapters;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void blanks_around_a_value_do_not_count() {
    assertThat(Settings.from(Map.of("PORT", " 80\n")).http().listen().port()).isEqualTo(80);
    assertThat(Settings.from(Map.of("MONGODB_URI", "  ")).servers().mongodbUri()).isEmpty();
  }

  @Test
  void blanks_around_a_secret_are_part_of_it() {
    String secret = " 30 letters and a blank around ";
    Settings settings =
        Settings.from(
            Map.of(
                "JWT_SECRET", secret + " ",
                "JWT_REFRESH_SECRET", " " + secret,
                "ADMIN_PASSWORD", " a pass phrase "));

    assertThat(settings.security().jwtSecret()).contains(secret + " ");
    assertThat(settings.security().jwtRefreshSecret()).contains(" " + secret);
    assertThat(settings.admin().password()).contains(new Password(" a pass phrase "));
  }

  @Test
  void the_password_of_the_first_admin_is_held_to_the_rules_for_all() {
    for (Map<String, String> settings :
        List.of(
            Map.of("ADMIN_PASSWORD", "Password123"),
            Map.of("ADMIN_PASSWORD", "eleven char", "PASSWORD_MIN", "12"))) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> Settings.from(settings))
          .withMessageContaining("ADMIN_PASSWORD (value not shown): must ")
          .withMessageNotContaining(settings.get("ADMIN_PASSWORD"));
    }
  }

  @Test
  void an_empty_secret_is_an_absent_one_and_a_blank_one_is_too_short() {
    assertThat(Settings.from(Map.of("JWT_SECRET", "")).security().jwtSecret()).isEmpty();
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.from(Map.of("JWT_SECRET", " ")))
        .withMessageContaining("JWT_SECRET has 1 bytes");
  }

  @Test
  void names_that_are_almost_those_of_settings_are_warned_of() {
    assertThat(warnings("LOG_LEVL")).singleElement().asString().contains("did you mean LOG_LEVEL?");
    assertThat(warnings("HOLD_TIME"))
        .singleElement()
        .isEqualTo("HOLD_TIME is no setting: did you mean HOLD_TTL?");
    assertThat(warnings("MONGO_URL")).singleElement().asString().contains("MONGODB_URI?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOG_LEVEL", "PATH", "HOME", "JAVA_HOME", "JAVA_OPTS", "LOG_DIR"})
  void other_names_are_nobodys_business(String name) {
    assertThat(warnings(name)).isEmpty();
  }

  @Test
  void users_find_the_shop_where_it_listens_unless_that_is_said() {
    assertThat(publicUrl(Map.of())).isEqualTo("http://localhost:8080");
    assertThat(publicUrl(Map.of("PORT", "9000"))).isEqualTo("http://localhost:9000");
    assertThat(publicUrl(Map.of("PUBLIC_URL", "https://shop.example.com/")))
        .isEqualTo("https://shop.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example.com",
        "ftp://shop.example.com",
        "https://",
        "https://me@shop.example.com",
        "https://shop.example.com/?q",
        "https://shop.example.com/#top",
        "https://a b"
      })
  void what_is_no_address_of_a_shop_is_refused_by_name(String value) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> publicUrl(Map.of("PUBLIC_URL", value)))
        .withMessageContaining("PUBLIC_URL is '" + value + "': must be the address of a shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://Shop.example.com",
        "https://shop.example.com:443",
        "http://shop.example.com:80",
        "https://shop.example.com/",
        "shop.example.com",
        "*"
      })
  void an_origin_that_no_browser_sends_is_refused_by_name(String origin) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.from(Map.of("CORS_ORIGINS", "http://a.example:443, " + origin)))
        .withMessageStartingWith(
            "CORS_ORIGINS has '" + origin + "': must be an origin as browsers");
  }

  private static String publicUrl(Map<String, String> variables) {
    return Settings.from(variables).publicUrl().toString();
  }

  @Test
  void holds_that_nobody_bought_are_kept_a_day_at_least_or_for_ever() {
    assertThat(retention("")).contains(Duration.ofDays(30));
    assertThat(retention("36h")).contains(Duration.ofHours(36));
    assertThat(retention("0")).isEmpty();
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> retention("23h"))
        .withMessageContaining("HOLD_RETENTION is '23h': must be 0, or a length of time of 1d");
  }

  private static Optional<Duration> retention(String value) {
    return Settings.from(Map.of("HOLD_RETENTION", value)).lifetimes().expiredHolds();
  }

  @Test
  void mongodb_without_redis_is_for_one_instance() {
    String secret = "the same on every instance, and long enough";
    Map<String, String> mongodb =
        Map.of("MONGODB_URI", "mongodb://db", "JWT_SECRET", secret, "JWT_REFRESH_SECRET", secret);
    assertThat(Settings.from(mongodb).warnings())
        .singleElement()
        .asString()
        .contains("is for one instance");
  }

  @Test
  void an_address_of_a_mail_server_is_not_shown_when_it_is_none() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(
            () ->
                Settings.from(
                    Map.of("SMTP_URL", "http://shop:geheim@mail", "MAIL_FROM", "shop@example.com")))
        .withMessageContaining("SMTP_URL (value not shown): must be like smtp://")
        .withMessageNotContaining("geheim");
  }

  @Test
  void secrets_of_providers_are_by_their_names_and_not_shown_when_they_are_none() {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    assertThat(
            Settings.from(Map.of("PAYMENT_SECRETS", "stripe=%s, bank=%s".formatted(secret, secret)))
                .security()
                .paymentSecrets())
        .extracting(ProviderSecret::provider)
        .containsExactly("stripe", "bank");
    for (String bad :
        List.of(secret, "stripe=" + secret + "A", "Stripe=" + secret, "stripe=MfKQ")) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> Settings.from(Map.of("PAYMENT_SECRETS", bad)))
          .withMessageContaining("PAYMENT_SECRETS (value not shown): must be like stripe=whsec_")
          .withMessageNotContaining("MfKQ");
    }
  }

  @Test
  void figures_are_read_at_a_port_of_their_own() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.from(Map.of("PORT", "9464", "METRICS_PORT", "9464")))
        .withMessage("METRICS_PORT is 9464: must be another port than PORT");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.from(Map.of("METRICS_PORT", "8080")));
    assertThat(Settings.from(Map.of("PORT", "0", "METRICS_PORT", "0")).watch().metricsPort())
        .contains(0);
  }

  @Test
  void who_sends_mails_must_be_known_to_send_them_by_a_server() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.from(Map.of("SMTP_URL", "smtp://mail.example.com")))
        .withMessageContaining("MAIL_FROM is not set");
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.from(Map.of("MAIL_FROM", "the shop")))
        .withMessageContaining("MAIL_FROM is 'the shop': must be an address");
    assertThat(Settings.from(Map.of()).mail().smtp()).isEmpty();
  }

  @Test
  void buyers_get_mails_where_there_is_a_server_or_somebody_says_so() {
    Map<String, String> server =
        Map.of("SMTP_URL", "smtp://localhost", "MAIL_FROM", "shop@example.com");
    Map<String, String> off = new HashMap<>(server);
    off.put("BOOKING_MAILS", "off");

    assertThat(Settings.from(server).mail().toBuyers()).isTrue();
    assertThat(Settings.from(off).mail().toBuyers()).isFalse();
    assertThat(Settings.from(Map.of()).mail().toBuyers()).isFalse();
    assertThat(Settings.from(Map.of("BOOKING_MAILS", "on")).mail().toBuyers()).isTrue();
  }

  @Test
  void lists_may_come_from_servers_that_are_behind_by_as_much_as_these_can_tell() {
    MongoAdapters.Lists lists =
        Settings.from(Map.of("MONGO_READS", "secondaryPreferred", "MONGO_MAX_STALENESS", "2m"))
            .servers()
            .lists();

    assertThat(lists)
        .isEqualTo(
            new MongoAdapters.Lists(
                MongoAdapters.Lists.From.SECONDARY_PREFERRED, Duration.ofMinutes(2)));
    assertThat(Settings.from(Map.of()).servers().lists().from())
        .isEqualTo(MongoAdapters.Lists.From.PRIMARY);
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> Settings.from(Map.of("MONGO_READS", "all", "MONGO_MAX_STALENESS", "10s")))
        .withMessageContaining("MONGO_MAX_STALENESS is 10s: must be 90s or more")
        .withMessageContaining(
            "MONGO_READS is 'all': must be one of primary, nearest, secondaryPreferred");
  }

  private static List<String> warnings(String name) {
    return Settings.from(Map.of(name, "info")).warnings();
  }
}
