package dev.lastseat.application.user;

import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.fake.FakeAccessTokens;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakePasswordHasher;
import dev.lastseat.domain.fake.FakeSessions;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeTokenHasher;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.Jobs.Lease;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The use cases of accounts on top of fakes. */
final class Accounts {
  static final Duration REFRESH_TTL = Duration.ofDays(7);
  static final Duration SESSION_TTL = Duration.ofDays(30);
  static final Duration ACCESS_TTL = Duration.ofMinutes(15);
  static final Duration OVERLAP = Duration.ofSeconds(30);
  static final PasswordRules RULES = new PasswordRules(Password.MIN);
  static final Email EMAIL = new Email("ada@example.com");
  static final Password PASSWORD = new Password("correct horse battery");

  final TickingClock clock = new TickingClock();
  final FakeStore store = new FakeStore();
  final FakeUsers users = new FakeUsers(store);
  final FakeSessions sessions = new FakeSessions(store);
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
  final RegisterUser register = new RegisterUser(users, factory, RULES, signIn);
  final FakeJobs jobs = new FakeJobs(store);
  final MailQueue mails = new MailQueue(jobs, () -> {}, clock);
  final ChangePassword changePassword = new ChangePassword(users, hasher, RULES, ended, mails);
  final ChangeProfile changeProfile = new ChangeProfile(users);
  final LogIn logIn = new LogIn(users, hasher, signIn);
  final RefreshSession refresh = new RefreshSession(sessions, users, ended, tokens, mails, clock);
  final LogOut logOut = new LogOut(ended, tokens);
  final CreateFirstAdmin createFirstAdmin = new CreateFirstAdmin(users, factory);

  /** What is to be sent by mail, in the words of the queue. */
  List<String> mailed() {
    Instant now = clock.instant();
    return jobs.claim(Set.of("mail"), 100, now, new Lease("test", now)).stream()
        .map(it -> it.job().payload())
        .toList();
  }

  RegisterUser.Outcome registers(Email email) {
    return register.handle(new RegisterUser.Command(email, PASSWORD, "Ada", ASession.CLIENT));
  }

  SignedIn registered() {
    if (registers(EMAIL) instanceof RegisterUser.Outcome.Registered(SignedIn signedIn)) {
      return signedIn;
    }
    throw new AssertionError("not registered");
  }
}
