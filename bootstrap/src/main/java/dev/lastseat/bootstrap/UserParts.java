package dev.lastseat.bootstrap;

import dev.lastseat.application.user.CreateFirstAdmin;
import dev.lastseat.application.user.FindUser;
import dev.lastseat.application.user.ForgetExpiredSessions;
import dev.lastseat.application.user.LogIn;
import dev.lastseat.application.user.LogOut;
import dev.lastseat.application.user.RefreshSession;
import dev.lastseat.application.user.RegisterUser;
import dev.lastseat.application.user.SignIn;
import dev.lastseat.application.user.Tokens;
import dev.lastseat.application.user.UserFactory;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.AccessTokens;
import dev.lastseat.domain.port.PasswordHasher;
import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.port.Users;
import dev.lastseat.http.user.UserUseCases;
import dev.lastseat.security.SecurityAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** What is done with users and their sessions. */
record UserParts(
    UserUseCases users, AccessTokens accessTokens, FirstAdmin firstAdmin, List<Runnable> sweeps) {

  static UserParts of(
      StorePorts store, Settings settings, Secrets secrets, Clock clock, SecureRandom random) {
    Settings.Security security = settings.security();
    Users users = store.users();
    Sessions sessions = store.sessions();
    PasswordHasher hasher = SecurityAdapters.passwordHasher(security.bcryptRounds(), random);
    AccessTokens accessTokens =
        SecurityAdapters.accessTokens(secrets.jwt(), security.accessTtl(), clock, random);
    Tokens tokens =
        new Tokens(
            accessTokens,
            SecurityAdapters.tokenHasher(secrets.refresh()),
            random,
            new Tokens.Refreshing(security.refreshTtl(), security.refreshOverlap()));
    SignIn signIn = new SignIn(sessions, tokens, clock, random);
    UserFactory factory = new UserFactory(hasher, clock, random);
    return new UserParts(
        new UserUseCases(
            new RegisterUser(users, factory, signIn),
            new LogIn(users, hasher, signIn),
            new RefreshSession(sessions, users, tokens, clock),
            new LogOut(sessions, tokens),
            new FindUser(users)),
        accessTokens,
        FirstAdmin.in(settings.dataDir(), new CreateFirstAdmin(users, factory), random),
        List.of(new ForgetExpiredSessions(sessions, clock)::handle));
  }
}
