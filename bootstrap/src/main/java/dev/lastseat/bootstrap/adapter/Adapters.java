package dev.lastseat.bootstrap.adapter;

import dev.lastseat.application.port.Health;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.Mailer;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.mail.MailAdapters;
import dev.lastseat.tickets.TicketAdapters;
import dev.lastseat.webhooks.WebhookAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The adapters that the settings choose, at work: which of them serves which port. The truth is in
 * the engine; what is in the caches may be forgotten at any time.
 */
public record Adapters(
    Engine engine, Caches caches, Mailer mailer, WebhookAdapters webhooks, Watching watching)
    implements AutoCloseable {

  /**
   * Opens them for something short, which nobody watches: who does may be watching the program.
   *
   * @throws dev.lastseat.domain.port.UnusableStore when one cannot be used
   */
  public static Adapters open(Settings settings, Clock clock, SecureRandom random) {
    return open(settings, Watching.NOBODY, clock, random);
  }

  private static Adapters open(
      Settings settings, Watching watching, Clock clock, SecureRandom random) {
    try {
      Caches caches = Caches.open(settings, clock, random, watching.observer());
      try {
        Engine engine = Engine.open(settings, clock, random, watching.observer());
        return new Adapters(
                engine,
                caches,
                mailer(settings, clock),
                new WebhookAdapters(settings.webhooks(), clock),
                watching)
            .watched();
      } catch (RuntimeException | Error failed) {
        caches.close().run();
        throw failed;
      }
    } catch (RuntimeException | Error failed) {
      watching.close().run();
      throw failed;
    }
  }

  /**
   * The same on a store that was begun: what is asked of it is not asked of a new one, which a
   * misspelt folder would be.
   */
  public static Adapters openExisting(Settings settings, Clock clock, SecureRandom random) {
    if (settings.servers().mongodbUri().isEmpty()) {
      EmbeddedAdapters.requireStore(settings.dataDir());
    }
    return open(settings, clock, random);
  }

  private static Mailer mailer(Settings settings, Clock clock) {
    Settings.Mail mail = settings.mail();
    MailAdapters mails =
        new MailAdapters(mail.from(), settings.publicUrl(), TicketAdapters.codeImages(), clock);
    return mail.smtp()
        .map(mails::smtp)
        .orElseGet(() -> mails.files(settings.dataDir().resolve("mail")));
  }

  private Adapters watched() {
    Watched watched = new Watched(watching.observer());
    return new Adapters(
        engine.watched(watched),
        watched.caches(caches),
        watched.port(Mailer.class, mailer),
        webhooks,
        watching);
  }

  /** What {@code start} makes of them, watched; if it fails, they are closed again. */
  public static <T> T openFor(
      Settings settings, Clock clock, SecureRandom random, Function<Adapters, T> start) {
    Adapters adapters = open(settings, Watching.of(settings), clock, random);
    try {
      return start.apply(adapters);
    } catch (RuntimeException | Error failed) {
      adapters.close();
      throw failed;
    }
  }

  /** Which is which, in one line. */
  public String description() {
    String where = caches.health().isPresent() ? "Redis" : "in process";
    return engine.description() + "; caches, limits and hints: " + where;
  }

  /** How all of them are: the store, and Redis where there is one. */
  public List<Health> health() {
    return Stream.concat(Stream.of(engine.health()), caches.health().stream()).toList();
  }

  /** The store last, for what is remembered may still ask it. */
  @Override
  public void close() {
    try (webhooks) {
      caches.close().run();
    } finally {
      try {
        engine.close().run();
      } finally {
        watching.close().run();
      }
    }
  }
}
