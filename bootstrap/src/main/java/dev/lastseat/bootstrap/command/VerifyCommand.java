package dev.lastseat.bootstrap.command;

import dev.lastseat.application.audit.Findings;
import dev.lastseat.application.audit.VerifyFacts;
import dev.lastseat.application.port.Observer;
import dev.lastseat.application.port.Underway;
import dev.lastseat.bootstrap.secrets.PrivateFile;
import dev.lastseat.bootstrap.secrets.Secrets;
import dev.lastseat.bootstrap.secrets.SigningKeys;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.mongo.MongoAdapters;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * {@code verify [CHECKPOINT...]}: holds what the store has against its facts, and those against
 * what was sealed of them and against checkpoints that somebody kept in files. The program may run
 * meanwhile: of the embedded store a copy of one moment is looked at.
 */
public record VerifyCommand(Settings settings, PrintStream out) {

  /**
   * Prints what differs, a line each, and at the end how much was looked at.
   *
   * @return whether nothing differs
   * @throws StartFailure when a file cannot be used
   */
  public boolean run(List<Path> files) {
    List<SignedCheckpoint> kept = files.stream().map(VerifyCommand::read).toList();
    Findings findings =
        settings
            .servers()
            .mongodbUri()
            .map(uri -> verifyMongo(uri, kept))
            .orElseGet(() -> verifyCopy(kept));
    findings.notes().forEach(note -> out.println("note: " + note));
    findings.differences().forEach(out::println);
    out.println(findings.figures());
    return findings.differences().isEmpty();
  }

  private static SignedCheckpoint read(Path file) {
    try {
      return SignedCheckpoint.parse(Files.readString(file));
    } catch (InvalidValue bad) {
      throw new StartFailure(file + " is no checkpoint: " + bad.requirement(), bad);
    } catch (CharacterCodingException bad) {
      throw new StartFailure(file + " is no checkpoint: must be text in UTF-8", bad);
    } catch (IOException failed) {
      throw new StartFailure(file + " cannot be read: " + PrivateFile.reason(failed), failed);
    }
  }

  private Findings verifyMongo(String uri, List<SignedCheckpoint> kept) {
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    MongoAdapters.Pool pool = settings.servers().pool();
    MongoAdapters.Lists truth =
        new MongoAdapters.Lists(
            MongoAdapters.Lists.From.PRIMARY, MongoAdapters.Lists.MIN_STALENESS);
    SecureRandom random = new SecureRandom();
    try (MongoAdapters mongo =
        MongoAdapters.open(uri, pool, truth, clock, random, Observer.NOBODY)) {
      return verify(mongo.store(), mongo.underway(), clock, kept);
    }
  }

  /** In the data folder, for there is room for what the store has, and nobody else looks. */
  private Findings verifyCopy(List<SignedCheckpoint> kept) {
    EmbeddedAdapters.requireStore(settings.dataDir());
    try {
      Path folder = Files.createTempDirectory(settings.dataDir(), "verify");
      try {
        EmbeddedAdapters.copy(settings.dataDir(), folder.resolve(Backup.STORE));
        return verifyCopyIn(folder, kept);
      } finally {
        Backup.empty(folder);
        Files.delete(folder);
      }
    } catch (IOException failed) {
      throw new StartFailure(
          settings.dataDir()
              + " cannot take the copy that is verified: "
              + PrivateFile.reason(failed),
          failed);
    }
  }

  private Findings verifyCopyIn(Path folder, List<SignedCheckpoint> kept) {
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    try (EmbeddedAdapters sqlite = EmbeddedAdapters.open(folder, clock)) {
      return verify(sqlite.store(), Underway.NOTHING, clock, kept);
    }
  }

  private Findings verify(
      Store store, Underway underway, Clock clock, List<SignedCheckpoint> kept) {
    Secrets secrets = Secrets.of(settings, new SecureRandom());
    return new VerifyFacts(store, underway, SigningKeys.ofAudit(secrets), clock).handle(kept);
  }
}
