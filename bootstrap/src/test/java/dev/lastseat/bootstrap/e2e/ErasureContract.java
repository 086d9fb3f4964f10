package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.background.Sweep;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.wiring.Wiring;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that are erased while their owners go on buying, naming, renaming and asking. */
abstract class ErasureContract {
  private static final int PEOPLE = 6;
  private static final String NAME = "Zebulon";
  private static final String PASSWORD = "correct horse";

  /** With some of what is around it. */
  private static final Pattern FOUND =
      Pattern.compile("(?i).{0,40}\\Q%s\\E.{0,40}".formatted(NAME));

  @TempDir Path data;

  /** Which engines it runs on. */
  abstract Map<String, String> engines();

  /** All that is stored, as text. */
  abstract String stored(Map<String, String> settings) throws Exception;

  @Test
  void nothing_of_a_person_is_left_whatever_was_done_while_the_account_was_erased()
      throws Exception {
    Map<String, String> settings = new HashMap<>(engines());
    settings.putAll(Map.of("DATA_DIR", data.toString(), "BOOKING_MAILS", "on"));
    try (House house = OneInstance.on(settings)) {
      BoxOffice office = house.office();
      String event = office.event(1_000, 100);
      Storm.of(PEOPLE, i -> erasedInTheMiddle(office.api, event, NAME + i + "@example.com"));
    }
    settings.putAll(BoxOffice.SETTINGS);
    anHourLater(Settings.from(settings));

    String stored = stored(settings);
    assertThat(stored).contains(BoxOffice.ADMIN_EMAIL);
    assertThat(FOUND.matcher(stored).results().map(MatchResult::group)).isEmpty();
  }

  private static int erasedInTheMiddle(Api api, String event, String email) {
    String account =
        """
        {"email":"%s","password":"%s","name":"%s Quark"}\
        """
            .formatted(email, PASSWORD, NAME);
    JsonNode tokens = api.post("/auth/register", Caller.NOBODY, account).data();
    Caller caller = new Caller(tokens.path("accessToken").asText());
    assertThat(does(api, event, email, caller)).as("before").isNotEqualTo(401);
    try (ExecutorService owner = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Void> busy =
          CompletableFuture.runAsync(
              () -> {
                while (does(api, event, email, caller) != 401) {
                  // Until the account is gone.
                }
              },
              owner);
      String wish = "{\"password\":\"%s\",\"bookings\":\"cancel\"}".formatted(PASSWORD);
      assertThat(api.send("DELETE", "/auth/me", caller, wish).status()).isEqualTo(204);
      busy.join();
    }
    return 0;
  }

  /** Some of all that leaves something behind; answers the status of the last. */
  private static int does(Api api, String event, String email, Caller caller) {
    String asks = "{\"email\":\"%s\"}".formatted(email);
    String key = UUID.randomUUID().toString();
    Answer booked = api.postOnce("/bookings", caller, "{\"eventId\":\"%s\"}".formatted(event), key);
    String visitor = "/bookings/%s/tickets/1/visitor".formatted(booked.data().path("id").asText());
    api.send(
        "PUT", visitor, caller, "{\"name\":\"%1$s\",\"email\":\"%1$s@x.org\"}".formatted(NAME));
    api.post("/auth/forgot-password", Caller.NOBODY, asks);
    api.post(
        "/api-keys", caller, "{\"name\":\"%s\",\"scopes\":[\"bookings:read\"]}".formatted(NAME));
    String login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    api.post("/auth/login", Caller.NOBODY, login, "User-Agent", NAME);
    return api.patch("/users/me", caller, "{\"name\":\"%s Q\"}".formatted(NAME)).status();
  }

  /** When nothing is under way any more, and all that was put off is due. */
  private static void anHourLater(Settings settings) throws Exception {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    SecureRandom random = new SecureRandom();
    try (Adapters adapters = Adapters.open(settings, later, random)) {
      Wiring wiring = Wiring.of(settings, adapters, later, random);
      for (int i = 0; i < 2; i++) { // what is swept makes jobs, and those leave something to sweep
        wiring.sweeps().forEach(Sweep::run);
        wiring.jobRunner().runDue();
      }
    }
  }
}
