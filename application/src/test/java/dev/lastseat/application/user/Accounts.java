package dev.lastseat.application.user;

import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.session.CheckAccessToken;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.application.session.LogIn;
import dev.lastseat.application.session.ManageSessions;
import dev.lastseat.application.session.RefreshSession;
import dev.lastseat.application.session.SignIn;
import dev.lastseat.application.session.SignedIn;
import dev.lastseat.application.session.Tokens;
import dev.lastseat.domain.fake.FakeAccessTokens;
import dev.lastseat.domain.fake.FakeApiKeys;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeOneTimeTokens;
import dev.lastseat.domain.fake.FakePasskeys;
import dev.lastseat.domain.fake.FakePasswordHasher;
import dev.lastseat.domain.fake.FakeSessions;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeTokenHasher;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The use cases of accounts on top of fakes. */
final class Accounts {
  static final Duration REFRESH_TTL = Duration.ofDays(7);
  static final Duration SESSION_TTL = Duration.ofDays(30);
  static final Duration ACCESS_TTL = Duration.ofMinutes(15);
  static final Duration OVERLAP = Duration.ofSeconds(30);
  static final PasswordRules RULES = new PasswordRules(Password.MIN, "password"::equals);
  static final Email EMAIL = new Email("ada@example.com");
  static final Password PASSWORD = new Password("correct horse battery");

  final TickingClock clock = new TickingClock();
  final FakeStore store = new FakeStore();
  final FakeUsers users = new FakeUsers(store);
  final FakeSessions sessions = new FakeSessions(store);
  final FakePasskeys passkeys = new FakePasskeys(store);
  final FakeApiKeys apiKeys = new FakeApiKeys(store);
  final FakePasswordHasher hasher = new FakePasswordHasher();
  final FakeAccessTokens accessTokens = new FakeAccessTokens(clock, ACCESS_TTL);
  final Random random = new Random(7);
  final Tokens tokens =
      new Tokens(
          accessTokens,
          new FakeTokenHasher(),
          random,
          new Tokens.Refreshing(REFRESH_TTL, OVERLAP, SESSION_TTL));
  final UserFactory factory = new UserFactory(hasher, clock, random);
  final EndedSessions ended = new EndedSessions(sessions, clock, ACCESS_TTL);
  final CheckAccessToken checkAccessToken = new CheckAccessToken(accessTokens, ended);
  final SignIn signIn = new SignIn(users, sessions, ended, tokens, clock, random);
  final FakeJobs jobs = new FakeJobs(store);
  final MailQueue queue = new MailQueue(new JobQueue(jobs, () -> {}), clock);
  final AccountMails mails = new AccountMails(queue, clock);
  final FakeOneTimeTokens oneTimeTokens = new FakeOneTimeTokens(store);
  final FakeTokenHasher secrets = new FakeTokenHasher();
  final AccountLetters letters = new AccountLetters(users, oneTimeTokens, secrets, clock, random);
  final VerifyEmail verifyEmail =
      new VerifyEmail(users, oneTimeTokens, secrets, hasher, mails, clock);
  final WaysIn waysIn = new WaysIn(ended, passkeys, apiKeys);
  final ResetPassword resetPassword =
      new ResetPassword(
          users,
          oneTimeTokens,
          new ResetPassword.Hashers(secrets, hasher),
          RULES,
          waysIn,
          mails,
          clock);
  final ChangePassword changePassword =
      new ChangePassword(users, hasher, RULES, ended, oneTimeTokens, mails, clock);
  final ManageProfile profile = new ManageProfile(users, clock);
  final RegisterUser register = new RegisterUser(users, factory, RULES, signIn, mails);
  final LogIn logIn = new LogIn(users, hasher, signIn);
  final RefreshSession refresh = new RefreshSession(sessions, users, ended, tokens, queue, clock);
  final ManageSessions manage = new ManageSessions(sessions, ended, tokens, clock);
  final ManageAdmins admins =
      new ManageAdmins(users, factory, hasher, waysIn, oneTimeTokens, clock);

  SignedIn registers(Email email) {
    return register.handle(new RegisterUser.Command(email, PASSWORD, "Ada", ASession.CLIENT));
  }

  SignedIn registered() {
    return registers(EMAIL);
  }

  /** The mails that are due, as they are written now. */
  List<LetterWriter.Addressed> mailed() {
    Instant now = clock.instant();
    Jobs.Lease lease = new Jobs.Lease("lease", now.plusSeconds(60));
    return Stream.of("mail", "notice")
        .flatMap(kind -> jobs.claim(kind, 100, now, lease).stream())
        .filter(claimed -> jobs.finish(claimed, now))
        .map(ClaimedJob::job)
        .map(this::written)
        .filter(LetterWriter.Addressed.class::isInstance)
        .map(LetterWriter.Addressed.class::cast)
        .toList();
  }

  private LetterWriter.Writing written(Job job) {
    int blank = job.payload().indexOf(' ');
    return letters.writers().stream()
        .filter(writer -> writer.kind().word().equals(job.payload().substring(0, blank)))
        .findAny()
        .orElseThrow()
        .write()
        .apply(job.payload().substring(blank + 1), job.since());
  }

  /** The secret in the latest mail of that kind. */
  String mailedSecret(Class<? extends Letter> kind) {
    return mailed().stream()
        .map(LetterWriter.Addressed::letter)
        .filter(kind::isInstance)
        .map(Accounts::secret)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static String secret(Letter letter) {
    return switch (letter) {
      case Letter.VerifyEmail mail -> mail.token();
      case Letter.ResetPassword mail -> mail.token();
      default -> throw new AssertionError("no secret in " + letter);
    };
  }
}
