package dev.lastseat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's page, in a real browser with an authenticator, against the real program. */
class PasskeysTest {
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

  @TempDir Path folder;

  @AutoClose private final Shop shop = Shop.open();
  @AutoClose private final Shop copy = Shop.open();

  @AutoClose
  @SuppressWarnings("NullAway.Init") // by start
  private Lastseat lastseat;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  @BeforeEach
  void start() {
    lastseat =
        Lastseat.start(
            Settings.from(
                Map.of(
                    "PORT",
                    "0",
                    "DATA_DIR",
                    folder.resolve("data").toString(),
                    "PUBLIC_URL",
                    shop.origin(),
                    "CORS_ORIGINS",
                    shop.origin() + "," + copy.origin())));
    chromium = Chromium.start(folder.resolve("profile"));
  }

  @Test
  void a_user_adds_a_passkey_logs_in_with_it_removes_it_and_is_refused() throws Exception {
    open(shop, registered());

    assertThat(chromium.click("add", 1)).isEqualTo("added My laptop");
    assertThat(chromium.click("add", 2)).startsWith("InvalidStateError"); // there is one already
    assertThat(chromium.click("log-in", 3)).isEqualTo("logged in as ada@example.com");
    assertThat(chromium.click("remove", 4)).isEqualTo("removed");
    assertThat(chromium.click("log-in", 5)).isEqualTo("Error: The passkey proves nobody here.");
  }

  @Test
  void a_page_that_looks_like_the_shop_on_another_origin_gets_nothing() throws Exception {
    String token = registered();
    open(copy, token);
    assertThat(chromium.click("add", 1)).startsWith("Error: must answer the options");

    open(shop, token);
    assertThat(chromium.click("add", 1)).isEqualTo("added My laptop");
    open(copy, token);
    assertThat(chromium.click("log-in", 1)).isEqualTo("Error: The passkey proves nobody here.");
  }

  private void open(Shop where, String token) {
    chromium.open(where.origin());
    chromium.type("api", api());
    chromium.type("token", token);
    chromium.type("password", PASSWORD);
  }

  private String api() {
    return lastseat.uri() + "/api/v1";
  }

  /** The access token of a new user. */
  private String registered() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api() + "/auth/register"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"email\":\"ada@example.com\",\"password\":\"%s\",\"name\":\"Ada\"}"
                        .formatted(PASSWORD)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Matcher token = TOKEN.matcher(client.send(request, BodyHandlers.ofString()).body());
      assertThat(token.find()).isTrue();
      return token.group(1);
    }
  }
}
