package dev.lastseat.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.audit.SealFacts;
import dev.lastseat.bootstrap.secrets.Secrets;
import dev.lastseat.bootstrap.secrets.SigningKeys;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody changes in the file, behind the program's back. */
class VerifyCommandTest {
  @TempDir Path data;

  private final Event event = AnEvent.published().places(10).event();
  private final Booking.Pending hold = ABooking.of(event.id(), 1, 2).pending();
  private Path kept;

  /** Facts 1 to 4: the event, the hold, a sale, and the end of the hold. */
  @BeforeEach
  void sell() throws Exception {
    Settings settings = settings();
    kept = data.resolve("checkpoint");
    try (EmbeddedAdapters sqlite = EmbeddedAdapters.open(data, Clock.systemUTC())) {
      sqlite.store().events().add(event);
      sqlite.store().bookings().record(hold);
      sqlite.store().bookings().record(ABooking.of(event.id(), 4).confirmed());
      sqlite.store().bookings().change(hold, hold.expire(hold.expiresAt()));
      new SealFacts(
              sqlite.store().facts(),
              sqlite.store().sealedTree(),
              SigningKeys.ofAudit(Secrets.of(settings, new SecureRandom())),
              Duration.ZERO,
              Clock.systemUTC())
          .handle();
      Files.writeString(kept, sqlite.store().sealedTree().newest().orElseThrow().signed().note());
    }
  }

  @Test
  void what_nobody_changed_is_clean_also_while_it_is_served() throws Exception {
    try (EmbeddedAdapters _ = EmbeddedAdapters.open(data, Clock.systemUTC())) {
      assertThat(verified(true, kept))
          .isEqualTo("4 facts of 3 streams and 2 checkpoints checked, 0 differences\n");
    }
    try (var left = Files.list(data)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(it -> it.startsWith("verify"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update booking set unit_price = 1 where status = 'confirmed' | unitPrice is",
        "update booking set status = 'cancelled', places = null, allowances = null, cancelled_at ="
            + " 1, reason = 'none' where status = 'confirmed' | status is confirmed by its facts,"
            + " and cancelled in the store",
        "delete from booking where status = 'confirmed' | facts tell of it, and it is not in the"
            + " store",
        "update event set name = 'Another' | name is",
        "update event set version = 7 | version is 1 by its facts, and 7 in the store",
        "delete from place where place = 4 | other places are taken than in the store: {4}",
        "update fact set data = replace(data, '\"2\"', '\"3\"') where sequence = 2 | quantity is 3"
            + " by its facts, and 2 in the store",
        "insert into ticket (booking, number, event_id, revision) select id, 1, event_id, 1 from"
            + " booking where status = 'confirmed' | .1: is in the store, and no fact tells of it",
        "insert into checkin select 'gate', id, 1, 1,"
            + " printf('entry%sn%s1970-01-01T00:00:00Z%suser:x', char(9), char(9), char(9)) from"
            + " booking where status = 'confirmed' | .1: is in the store, and no fact tells of it",
        "update fact set actor = 'user:somebody' where sequence = 3 | fact 3: is not the one that"
            + " was sealed",
        "update fact set at = at + 1 where sequence = 1 | fact 1: is not the one that was sealed",
        "update fact set data = '\"nonsense\"' where sequence = 3 | fact 3: fact",
        "update fact set version = 3 where sequence = 4 | its facts go on with version 3, and not"
            + " 2",
        "delete from fact where sequence = 2 | fact 2: is missing",
        "delete from fact where sequence = 4 | checkpoint 4: is of more than the 3 facts",
        "update fact set sequence = 9 where sequence = 2; update fact set sequence = 2 where"
            + " sequence = 3; update fact set sequence = 3 where sequence = 9 | fact 2: is not the"
            + " one that was sealed",
        "update checkpoint set note = replace(note, '4', '5') | checkpoint",
        "update tile set hashes = replace(hashes, 'A', 'B') | is not the one that was sealed",
        "update tile set hashes = '?' | tile 0/0: tile 'level 0, position 0' has a bad hashes",
        "update checkpoint set note = '?' | checkpoints after 0: checkpoint '4' has a bad note",
        "insert into ticket (booking, number, event_id, revision) values ('b', 1, '', 1) | tickets:"
            + " ticket 'booking b, number 1' has a bad event_id",
        "insert into checkin values ('gate', 'b', 1, 1, '?') | checkins: checkin 'booking b, list"
            + " gate, number 1' has a bad scans"
      })
  void a_change_of_the_file_is_found(String change, String told) throws Exception {
    tamper(change);

    assertThat(verified(false)).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update payment set amount = 1 | amount is 50.00 by its facts, and 0.01 in the store",
        "update payment set state = 'failed', status = 'failed' | state is captured by its facts,",
        "update payment set refunds = 're_1=100 EUR' | refunds is",
        "update payment set purchase = 'booking:other' | purchase is",
        "update payment set id = 'bank:two' | bank:two: is in the store, and no fact tells of it",
        "update payment set id = 'bank:two', refunds = '?' | payment 'bank:two' has a bad refunds",
        "update payment set refunds = '?' | payment:bank:one: payment 'bank:one' has a bad refunds"
      })
  void a_payment_that_was_changed_in_the_file_is_found(String change, String told)
      throws Exception {
    try (EmbeddedAdapters sqlite = EmbeddedAdapters.open(data, Clock.systemUTC())) {
      sqlite
          .store()
          .payments()
          .add(
              Payment.first(
                  new ProviderEvent.Moved(
                      new PaymentId("bank", "one"),
                      ProviderState.CAPTURED,
                      new Money(5_000, Money.currency("EUR")),
                      Optional.of(new Purchase.OfBooking(hold.id()))),
                  hold.expiresAt()));
    }
    assertThat(verified(true)).contains("5 facts of 4 streams");

    tamper(change);
    assertThat(verified(false)).containsOnlyOnce(told);
  }

  @Test
  void who_seals_anew_what_was_forged_is_found_by_a_checkpoint_that_was_kept() throws Exception {
    tamper("update fact set actor = 'user:somebody'; delete from tile; delete from checkpoint");

    assertThat(verified(true)).contains("0 differences");
    assertThat(verified(false, kept)).contains("checkpoint 4: was signed of other facts");
  }

  @Test
  void what_is_no_checkpoint_is_named() throws Exception {
    Path other = Files.writeString(data.resolve("other"), "nothing");
    Path binary = Files.write(data.resolve("binary"), new byte[] {(byte) 0xff});
    Path none = data.resolve("none");

    assertRefused(other, "other is no checkpoint: must be a signed checkpoint of a log");
    assertRefused(binary, "binary is no checkpoint: must be text in UTF-8");
    assertRefused(none, "none cannot be read: " + none + " is not there");
  }

  private void assertRefused(Path file, String told) {
    assertThatThrownBy(() -> verified(true, file))
        .isInstanceOf(StartFailure.class)
        .hasMessageEndingWith(told);
  }

  @Test
  void a_folder_without_a_store_is_named_and_not_made() {
    Path misspelt = data.resolve("dta");
    Settings settings = Settings.from(Map.of("DATA_DIR", misspelt.toString()));

    assertThatThrownBy(() -> new VerifyCommand(settings, System.out).run(List.of()))
        .isInstanceOf(UnusableStore.class)
        .hasMessage(misspelt.resolve("lastseat.db") + " is not there");
    assertThat(misspelt).doesNotExist();
  }

  private Settings settings() {
    return Settings.from(Map.of("DATA_DIR", data.toString()));
  }

  private String verified(boolean clean, Path... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    boolean found = new VerifyCommand(settings(), print).run(List.of(files));
    String told = out.toString(StandardCharsets.UTF_8);
    assertThat(found).as(told).isEqualTo(clean);
    return told;
  }

  private void tamper(String script) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lastseat.db"));
        Statement statement = file.createStatement()) {
      for (String trigger :
          List.of(
              "fact_is_not_changed",
              "fact_is_not_removed",
              "checkpoint_is_not_changed",
              "checkpoint_is_not_removed")) {
        statement.executeUpdate("drop trigger " + trigger);
      }
      for (String change : script.split(";")) {
        statement.executeUpdate(change);
      }
    }
  }
}
