package dev.lastseat.bootstrap.wiring;

import dev.lastseat.application.accountdata.AccountContents;
import dev.lastseat.application.accountdata.EraseAccount;
import dev.lastseat.application.accountdata.ExportAccount;
import dev.lastseat.application.apikey.ApiKeyUses;
import dev.lastseat.application.apikey.CheckApiKey;
import dev.lastseat.application.apikey.ManageApiKeys;
import dev.lastseat.application.bookingmail.HoldReminders;
import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.passkey.AddPasskey;
import dev.lastseat.application.passkey.LogInWithPasskey;
import dev.lastseat.application.passkey.ManagePasskeys;
import dev.lastseat.application.session.CheckAccessToken;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.application.session.LogIn;
import dev.lastseat.application.session.ManageSessions;
import dev.lastseat.application.session.RefreshSession;
import dev.lastseat.application.session.SignIn;
import dev.lastseat.application.session.Tokens;
import dev.lastseat.application.user.AccountLetters;
import dev.lastseat.application.user.AccountMails;
import dev.lastseat.application.user.ChangePassword;
import dev.lastseat.application.user.ManageAdmins;
import dev.lastseat.application.user.ManageProfile;
import dev.lastseat.application.user.ManageUsers;
import dev.lastseat.application.user.RegisterUser;
import dev.lastseat.application.user.ResetPassword;
import dev.lastseat.application.user.UserFactory;
import dev.lastseat.application.user.VerifyEmail;
import dev.lastseat.application.user.WaysIn;
import dev.lastseat.bootstrap.background.Sweep;
import dev.lastseat.bootstrap.secrets.Secrets;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.http.passkey.PasskeyUseCases;
import dev.lastseat.http.user.MailedUseCases;
import dev.lastseat.http.user.UserUseCases;
import dev.lastseat.passkeys.PasskeyAdapters;
import dev.lastseat.security.SecurityAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Users, their sessions, passkeys and API keys.
 *
 * @param letters what is written to users of their accounts
 */
record AccountWiring(
    UserUseCases users,
    ManageUsers directory,
    PasskeyUseCases passkeys,
    ManageApiKeys apiKeys,
    CheckAccessToken checkAccessToken,
    CheckApiKey checkApiKey,
    ManageAdmins admins,
    AccountContents contents,
    List<LetterWriter> letters,
    List<Sweep> sweeps) {

  static AccountWiring of(
      Settings settings,
      Secrets secrets,
      Store store,
      SaleWiring sale,
      MailQueue mails,
      Clock clock,
      SecureRandom random) {
    // Users and their sessions
    Settings.Security security = settings.security();
    Users users = store.users();
    Sessions sessions = store.sessions();
    PasswordHasher hasher = SecurityAdapters.passwordHasher(security.bcryptRounds(), random);
    AccessTokens accessTokens =
        SecurityAdapters.accessTokens(secrets.jwt(), security.accessTtl(), clock, random);
    TokenHasher tokenHasher = SecurityAdapters.tokenHasher(secrets.refresh());
    Tokens tokens = new Tokens(accessTokens, tokenHasher, random, security.refreshing());
    EndedSessions ended = new EndedSessions(sessions, clock, security.accessTtl());
    ended.refresh(); // before the first request
    WaysIn waysIn = new WaysIn(ended, store.passkeys(), store.apiKeys());
    AccountMails accountMails = new AccountMails(mails, clock);
    HoldReminders reminders =
        new HoldReminders(store.bookings(), sale.bookings().find(), users, tokenHasher, clock);
    OneTimeTokens oneTimeTokens = store.oneTimeTokens();
    SignIn signIn = new SignIn(users, sessions, ended, tokens, clock, random);
    UserFactory userFactory = new UserFactory(hasher, clock, random);
    AccountContents contents =
        new AccountContents(store, sale.ofUser(), sale.bookings().cancel(), ended, clock);
    ManageProfile profile = new ManageProfile(users, clock);
    UserUseCases userUseCases =
        new UserUseCases(
            new RegisterUser(users, userFactory, security.passwords(), signIn, accountMails),
            new LogIn(users, hasher, signIn),
            new RefreshSession(sessions, users, ended, tokens, mails, clock),
            new ManageSessions(sessions, ended, tokens, clock),
            new MailedUseCases(
                accountMails,
                new VerifyEmail(users, oneTimeTokens, tokenHasher, hasher, accountMails, clock),
                new ResetPassword(
                    users,
                    oneTimeTokens,
                    new ResetPassword.Hashers(tokenHasher, hasher),
                    security.passwords(),
                    waysIn,
                    accountMails,
                    clock),
                reminders),
            new ChangePassword(
                users, hasher, security.passwords(), ended, oneTimeTokens, accountMails, clock),
            profile,
            new ExportAccount(store, sale.ofUser(), clock),
            new EraseAccount(users, hasher, contents, accountMails, clock));

    // Passkeys
    Passkeys passkeys = store.passkeys();
    PasskeyChallenges challenges = store.passkeyChallenges();
    RelyingParty shop = PasskeyAdapters.relyingParty(settings.publicUrl());
    PasskeyCeremony ceremony = PasskeyAdapters.ceremony(shop);
    PasskeyUseCases passkeyUseCases =
        new PasskeyUseCases(
            new AddPasskey(passkeys, challenges, ceremony, hasher, mails, clock, random),
            new LogInWithPasskey(passkeys, challenges, ceremony, users, signIn, clock, random),
            new ManagePasskeys(passkeys, clock),
            profile,
            shop);

    // API keys
    ApiKeys apiKeys = store.apiKeys();
    ApiKeyUses apiKeyUses = new ApiKeyUses(apiKeys);

    AccountLetters letters = new AccountLetters(users, oneTimeTokens, tokenHasher, clock, random);
    return new AccountWiring(
        userUseCases,
        new ManageUsers(users, ended, clock),
        passkeyUseCases,
        new ManageApiKeys(apiKeys, store.events(), tokenHasher, clock, random),
        new CheckAccessToken(accessTokens, ended),
        new CheckApiKey(apiKeys, users, tokenHasher, apiKeyUses, clock),
        new ManageAdmins(users, userFactory, hasher, waysIn, oneTimeTokens, clock),
        contents,
        Stream.concat(letters.writers().stream(), Stream.of(reminders.writer())).toList(),
        List.of(
            Sweep.often(ended::refresh),
            Sweep.often(apiKeyUses::write),
            Sweep.seldom(ended::forgetExpired),
            Sweep.seldom(() -> oneTimeTokens.forgetExpired(clock.instant())),
            Sweep.seldom(() -> challenges.forgetExpired(clock.instant()))));
  }
}
