package dev.lastseat.bootstrap.command;

import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.application.user.ManageAdmins;
import dev.lastseat.application.user.UserFactory;
import dev.lastseat.application.user.WaysIn;
import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.secrets.Secrets;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.security.SecurityAdapters;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * {@code admin list}, {@code admin create EMAIL} and {@code admin reset-password EMAIL}: on the
 * store of the settings itself, for whoever has the machine. A store file belongs to one process at
 * a time, so that the program must be stopped first; beside MongoDB it may run.
 */
public record AdminCommand(Settings settings, PrintStream out) {

  /** Whether these are words that it knows. */
  public static boolean knows(List<String> words) {
    return words.equals(List.of("list"))
        || (words.size() == 2 && List.of("create", "reset-password").contains(words.getFirst()));
  }

  /**
   * Does it, and prints what came of it.
   *
   * @throws StartFailure when the address is none, or no admin has it
   */
  public void run(List<String> words) {
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    SecureRandom random = new SecureRandom();
    try (Adapters adapters = open(words, clock, random)) {
      run(words, admins(adapters, clock, random), random);
    } catch (InvalidValue bad) {
      throw new StartFailure("'" + words.getLast() + "' is no e-mail address: " + bad.getMessage());
    }
  }

  /** The first admin may be made before the first start. */
  private Adapters open(List<String> words, Clock clock, SecureRandom random) {
    return words.getFirst().equals("create")
        ? Adapters.open(settings, clock, random)
        : Adapters.openExisting(settings, clock, random);
  }

  private ManageAdmins admins(Adapters adapters, Clock clock, SecureRandom random) {
    PasswordHasher hasher =
        SecurityAdapters.passwordHasher(settings.security().bcryptRounds(), random);
    Store store = adapters.engine().store();
    EndedSessions ended =
        new EndedSessions(store.sessions(), clock, settings.security().accessTtl());
    return new ManageAdmins(
        store.users(),
        new UserFactory(hasher, clock, random),
        hasher,
        new WaysIn(ended, store.passkeys(), store.apiKeys()),
        store.oneTimeTokens(),
        clock);
  }

  private void run(List<String> words, ManageAdmins admins, SecureRandom random) {
    if (words.getFirst().equals("list")) {
      admins.list().forEach(it -> out.println(it.email().value() + "  " + it.name()));
      return;
    }
    Email email = new Email(words.getLast());
    String password = Secrets.makeUp(random);
    if (words.getFirst().equals("create")) {
      switch (admins.create(email, new Password(password))) {
        case CREATED -> tell(email, password);
        case PROMOTED ->
            out.println(email.value() + " is an admin now, with the password that it had");
      }
    } else if (admins.resetPassword(email, new Password(password))) {
      tell(email, password);
    } else {
      throw new StartFailure(
          "no admin has the address " + email.value() + "; 'admin list' shows who has which");
    }
  }

  /** It is nowhere else. */
  private void tell(Email email, String password) {
    out.println(email.value() + " logs in with the password " + password);
  }
}
