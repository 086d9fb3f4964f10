package dev.lastseat.application.passkey;

import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.mail.SendMail;
import dev.lastseat.application.passkey.AddPasskey.Beginning;
import dev.lastseat.application.passkey.AddPasskey.Outcome;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.application.session.SignIn;
import dev.lastseat.application.session.Tokens;
import dev.lastseat.application.user.AccountLetters;
import dev.lastseat.domain.fake.FakeAccessTokens;
import dev.lastseat.domain.fake.FakeAuthenticator;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeMailer;
import dev.lastseat.domain.fake.FakeOneTimeTokens;
import dev.lastseat.domain.fake.FakePasskeyCeremony;
import dev.lastseat.domain.fake.FakePasskeyChallenges;
import dev.lastseat.domain.fake.FakePasskeys;
import dev.lastseat.domain.fake.FakePasswordHasher;
import dev.lastseat.domain.fake.FakeSessions;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeTokenHasher;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.Authenticator;
import dev.lastseat.domain.fixture.Authenticator.Request;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony.LogIn;
import dev.lastseat.domain.port.security.PasskeyCeremony.Registration;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The use cases of passkeys on top of fakes, and two users with an authenticator each. */
final class Keyring {
  static final RelyingParty SHOP = new RelyingParty("shop.example.com", "https://shop.example.com");
  static final String PASSWORD = "correct horse battery";

  final TickingClock clock = new TickingClock();
  final FakeStore store = new FakeStore();
  final FakeUsers users = new FakeUsers(store);
  final FakePasskeys passkeys = new FakePasskeys(store);
  final FakePasskeyChallenges challenges = new FakePasskeyChallenges(store);
  final FakeJobs jobs = new FakeJobs(store);
  final FakePasskeyCeremony ceremony = new FakePasskeyCeremony(SHOP);
  final FakePasswordHasher hasher = new FakePasswordHasher();
  final FakeAccessTokens accessTokens = new FakeAccessTokens(clock, Duration.ofMinutes(15));
  final FakeSessions sessions = new FakeSessions(store);
  final EndedSessions ended = new EndedSessions(sessions, clock, Duration.ofMinutes(15));
  final Random random = new Random(7);
  final Tokens tokens =
      new Tokens(
          accessTokens,
          new FakeTokenHasher(),
          random,
          new Tokens.Refreshing(Duration.ofDays(7), Duration.ofSeconds(30), Duration.ofDays(30)));
  final AddPasskey add =
      new AddPasskey(
          passkeys,
          challenges,
          ceremony,
          hasher,
          new MailQueue(new JobQueue(jobs, () -> {}), clock),
          clock,
          random);
  final LogInWithPasskey logIn =
      new LogInWithPasskey(
          passkeys,
          challenges,
          ceremony,
          users,
          new SignIn(users, sessions, ended, tokens, clock, random),
          clock,
          random);
  final ManagePasskeys own = new ManagePasskeys(passkeys, clock);

  final User ada = user("ada");
  final User eve = user("eve");
  final Authenticator phone = new FakeAuthenticator("phone ");
  final Authenticator laptop = new FakeAuthenticator("laptop ");

  private User user(String id) {
    User user = withPassword(AUser.named(id));
    users.add(user);
    return user;
  }

  User withPassword(User user) {
    return user.with(hasher.hash(new Password(PASSWORD)));
  }

  Beginning.Begun begun(User user) {
    return switch (add.begin(user, PASSWORD)) {
      case Beginning.Begun begun -> begun;
      case Beginning.WrongPassword _, Beginning.TooMany _ -> throw new AssertionError();
    };
  }

  /** What the authenticator answers to a challenge that the user was given. */
  Registration registration(User user, Authenticator authenticator) {
    return authenticator.register(Request.create(begun(user).challenge().value(), SHOP), user.id());
  }

  Outcome add(User user, Registration answer) {
    return add.finish(new AddPasskey.Command(user.id(), answer, "my key"));
  }

  Passkey added(User user, Authenticator authenticator) {
    return switch (add(user, registration(user, authenticator))) {
      case Outcome.Added(Passkey passkey) -> passkey;
      case Outcome.Refused _, Outcome.Taken _ -> throw new AssertionError();
    };
  }

  Base64Url challenge() {
    return logIn.begin().value();
  }

  /** What the authenticator answers to a new challenge. */
  LogIn answer(Authenticator authenticator, Passkey passkey) {
    return authenticator.logIn(Request.get(challenge(), SHOP), passkey.id());
  }

  List<Mail> mailsSent() {
    FakeMailer mailer = new FakeMailer();
    AccountLetters letters =
        new AccountLetters(
            users, new FakeOneTimeTokens(store), new FakeTokenHasher(), clock, random);
    JobHandler send = SendMail.all(mailer, letters.writers()).getFirst();
    Lease lease = new Lease("worker", clock.instant().plusSeconds(60));
    jobs.claim(send.kind(), 10, clock.instant(), lease)
        .forEach(claimed -> send.handle(claimed.job()));
    return mailer.sent();
  }
}
