package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.Main;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.user.User;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mails on their way out of the program. */
@Timeout(120)
class MailTest {
  @TempDir Path data;

  /** The process ends after the server took the mail, and before it can note so. */
  @Test
  void a_mail_whose_process_was_killed_comes_again_by_the_same_name_and_then_no_more()
      throws Exception {
    queueOne();
    try (MailServer server = new MailServer()) {
      Process first = program(server);
      server.takenThen(() -> killed(first));
      endLeases();

      Process second = program(server);
      try {
        server.takenThen(() -> {});
        awaitDone();
      } finally {
        second.destroy();
        assertThat(second.waitFor()).isZero();
      }
      assertThat(server.names()).hasSize(2).allMatch(server.names().getFirst()::equals);
    }
  }

  @Test
  void without_a_server_a_mail_is_a_file() throws Exception {
    queueOne();
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    try (Lastseat _ = Programs.start(settings)) {
      awaitDone();
    }
    try (Stream<Path> mails = Files.list(data.resolve("mail"))) {
      assertThat(mails)
          .singleElement()
          .satisfies(
              it ->
                  assertThat(Files.readString(it)).contains("Subject: Your password was changed"));
    }
  }

  private static void killed(Process program) {
    program.destroyForcibly().onExit().join();
  }

  private Process program(MailServer server) throws IOException {
    Process program =
        Programs.run(System.getProperty("java.class.path"), settings(server), Main.class.getName());
    URI _ = Programs.address(program);
    return program;
  }

  private Map<String, String> settings(MailServer server) {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    settings.put("SMTP_URL", "smtp://127.0.0.1:" + server.port());
    settings.put("MAIL_FROM", "shop@example.com");
    return settings;
  }

  private void queueOne() {
    try (EmbeddedAdapters store = open()) {
      User ada = AUser.named("ada");
      store.store().users().add(ada);
      new MailQueue(new JobQueue(store.store().jobs(), () -> {}), Clock.systemUTC())
          .add(Letter.Kind.PASSWORD_CHANGED, ada.id().value(), "now");
    }
  }

  /** As if the time had passed for which the process that was killed had claimed its jobs. */
  private void endLeases() {
    Instant later = Instant.now().plus(Duration.ofHours(1));
    try (EmbeddedAdapters store = open()) {
      List<ClaimedJob> claimed =
          store.store().jobs().claim("mail", 9, later, new Jobs.Lease("test", later));
      assertThat(claimed).hasSize(1);
      assertThat(store.store().jobs().handBack(claimed.getFirst(), Instant.now())).isTrue();
    }
  }

  /** The program that is at work notes it soon. */
  private void awaitDone() throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lastseat.db"));
        Statement statement = file.createStatement()) {
      boolean done = false;
      while (!done && !Thread.currentThread().isInterrupted()) {
        try (ResultSet open = statement.executeQuery("select 1 from job where state <> 'done'")) {
          done = !open.next();
        }
      }
    }
  }

  private EmbeddedAdapters open() {
    return EmbeddedAdapters.open(data, Clock.systemUTC());
  }
}
