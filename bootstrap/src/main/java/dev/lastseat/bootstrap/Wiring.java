package dev.lastseat.bootstrap;

import dev.lastseat.application.analytics.CountSales;
import dev.lastseat.application.analytics.ReportSales;
import dev.lastseat.application.apikey.ApiKeyUses;
import dev.lastseat.application.apikey.CheckApiKey;
import dev.lastseat.application.apikey.CreateApiKey;
import dev.lastseat.application.apikey.ListApiKeys;
import dev.lastseat.application.apikey.RevokeApiKey;
import dev.lastseat.application.audit.ProveFacts;
import dev.lastseat.application.audit.SealFacts;
import dev.lastseat.application.audit.Signer;
import dev.lastseat.application.booking.AllowanceFinder;
import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingChanges;
import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.BookingsOfUser;
import dev.lastseat.application.booking.BuyerRule;
import dev.lastseat.application.booking.BuyerSearch;
import dev.lastseat.application.booking.CancelBooking;
import dev.lastseat.application.booking.CancelBookingsOfCancelledEvents;
import dev.lastseat.application.booking.ClaimFinder;
import dev.lastseat.application.booking.ConfirmBooking;
import dev.lastseat.application.booking.ExpireHolds;
import dev.lastseat.application.booking.ExportBookings;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.ListBookings;
import dev.lastseat.application.booking.PlaceFinder;
import dev.lastseat.application.bookingmail.BookingLetters;
import dev.lastseat.application.bookingmail.BookingMails;
import dev.lastseat.application.bookingmail.EventChangeLetters;
import dev.lastseat.application.bookingmail.HoldReminders;
import dev.lastseat.application.bookingmail.TellOfChange;
import dev.lastseat.application.event.AvailabilityReader;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.EventEditor;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.event.SearchEvents;
import dev.lastseat.application.fact.FactConsumer;
import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.application.fact.ReadFacts;
import dev.lastseat.application.job.DeadJobs;
import dev.lastseat.application.job.ForgetDoneJobs;
import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.job.RunJobs;
import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.mail.SendMail;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.ListOrders;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.application.order.SettleOrders;
import dev.lastseat.application.passkey.AddPasskey;
import dev.lastseat.application.passkey.ForgetExpiredChallenges;
import dev.lastseat.application.passkey.LogInWithPasskey;
import dev.lastseat.application.passkey.OwnPasskeys;
import dev.lastseat.application.session.CheckAccessToken;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.application.session.ForgetExpiredSessions;
import dev.lastseat.application.session.LogIn;
import dev.lastseat.application.session.LogOut;
import dev.lastseat.application.session.ManageSessions;
import dev.lastseat.application.session.RefreshSession;
import dev.lastseat.application.session.SignIn;
import dev.lastseat.application.session.Tokens;
import dev.lastseat.application.user.AccountLetters;
import dev.lastseat.application.user.AccountMails;
import dev.lastseat.application.user.ChangePassword;
import dev.lastseat.application.user.ChangeProfile;
import dev.lastseat.application.user.ChangeRole;
import dev.lastseat.application.user.CreateFirstAdmin;
import dev.lastseat.application.user.EraseAccount;
import dev.lastseat.application.user.ExportAccount;
import dev.lastseat.application.user.FindUser;
import dev.lastseat.application.user.RegisterUser;
import dev.lastseat.application.user.ResetPassword;
import dev.lastseat.application.user.SearchUsers;
import dev.lastseat.application.user.UserFactory;
import dev.lastseat.application.user.VerifyEmail;
import dev.lastseat.application.webhook.DeliveryQueue;
import dev.lastseat.application.webhook.ManageWebhooks;
import dev.lastseat.application.webhook.ManageWebhooks.Schemes;
import dev.lastseat.application.webhook.Redeliver;
import dev.lastseat.application.webhook.SendDelivery;
import dev.lastseat.application.webhook.TellWebhooks;
import dev.lastseat.application.webhook.WebhookLetters;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.port.store.Bookings;
import dev.lastseat.domain.port.store.Deliveries;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.port.store.Jobs;
import dev.lastseat.domain.port.store.OneTimeTokens;
import dev.lastseat.domain.port.store.Orders;
import dev.lastseat.domain.port.store.PasskeyChallenges;
import dev.lastseat.domain.port.store.Passkeys;
import dev.lastseat.domain.port.store.Sessions;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.http.HttpPorts;
import dev.lastseat.http.UseCases;
import dev.lastseat.http.apikey.ApiKeyUseCases;
import dev.lastseat.http.booking.BookingUseCases;
import dev.lastseat.http.booking.OrderUseCases;
import dev.lastseat.http.event.EventUseCases;
import dev.lastseat.http.graphql.GraphqlEndpoint;
import dev.lastseat.http.passkey.PasskeyUseCases;
import dev.lastseat.http.user.DirectoryUseCases;
import dev.lastseat.http.user.MailedUseCases;
import dev.lastseat.http.user.UserUseCases;
import dev.lastseat.http.webhook.WebhookUseCases;
import dev.lastseat.passkeys.PasskeyAdapters;
import dev.lastseat.security.SecurityAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every part of the program between the adapters and the server, connected by constructors: read it
 * from top to bottom, in the order of dependency.
 *
 * @param sweeps what is done again and again without anybody asking
 * @param jobRunner does the jobs, once it is started
 */
record Wiring(
    UseCases useCases,
    HttpPorts httpPorts,
    FirstAdmin firstAdmin,
    List<Runnable> sweeps,
    JobRunner jobRunner) {

  static Wiring of(Settings settings, Adapters adapters, Clock clock, SecureRandom random) {
    Adapters.Stores store = adapters.stores();
    Adapters.Caches cache = adapters.caches();

    // Events
    Events events = store.events();
    EventReader eventReader = new EventReader(events, cache.events());
    AvailabilityReader availability =
        new AvailabilityReader(store.bookings(), cache.availability(), clock);
    EventUseCases eventUseCases =
        new EventUseCases(
            new SearchEvents(events, availability, clock),
            new FindEvent(eventReader, availability),
            new CreateEvent(events, clock, random),
            new EventEditor(events, cache.events(), availability, clock));

    // Bookings, alone and in orders
    Bookings bookings = store.bookings();
    Orders orders = store.orders();
    BookingChanges changes =
        new BookingChanges(
            bookings, cache.hints(), cache.availability(), cache.firstPages(), clock);
    ClaimFinder claims =
        new ClaimFinder(
            eventReader,
            new PlaceFinder(cache.hints(), bookings, eventReader, changes),
            new AllowanceFinder(bookings, changes, random),
            settings.security().verifiedEmailNeeded()
                ? BuyerRule.verified(store.users())
                : BuyerRule.ANYBODY,
            clock);
    BookingFactory factory = new BookingFactory(clock, random, settings.lifetimes().hold());
    FindBooking findBooking = new FindBooking(bookings, events, store.users(), clock);
    FindOrder findOrder = new FindOrder(orders, bookings, findBooking);
    BookingUseCases bookingUseCases =
        new BookingUseCases(
            new BookTickets(claims, bookings, factory, changes, findBooking),
            findBooking,
            new ListBookings(
                bookings, cache.firstPages(), findBooking, new BuyerSearch(store.users()), clock),
            new ExportBookings(bookings, findBooking, clock),
            new ConfirmBooking(findBooking, changes, clock),
            new CancelBooking(findBooking, changes, clock));
    OrderUseCases orderUseCases =
        new OrderUseCases(
            new PlaceOrder(claims, orders, factory, changes, findOrder),
            findOrder,
            new ListOrders(orders, findOrder));

    // Jobs, and the mails among them
    Jobs jobs = store.jobs();
    Semaphore jobAdded = new Semaphore(0);
    JobQueue jobQueue = new JobQueue(jobs, jobAdded::release);
    MailQueue mails = new MailQueue(jobQueue, clock);

    // Users and their sessions
    Secrets secrets = Secrets.of(settings, random);
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
    AccountMails accountMails = new AccountMails(mails, clock);
    HoldReminders reminders = new HoldReminders(bookings, findBooking, users, tokenHasher);
    OneTimeTokens oneTimeTokens = store.oneTimeTokens();
    SignIn signIn = new SignIn(users, sessions, ended, tokens, clock, random);
    UserFactory userFactory = new UserFactory(hasher, clock, random);
    UserUseCases userUseCases =
        new UserUseCases(
            new RegisterUser(users, userFactory, security.passwords(), signIn, accountMails),
            new LogIn(users, hasher, signIn),
            new RefreshSession(sessions, users, ended, tokens, mails, clock),
            new LogOut(ended, tokens),
            new ManageSessions(sessions, ended, clock),
            new MailedUseCases(
                accountMails,
                new VerifyEmail(users, oneTimeTokens, tokenHasher, hasher, accountMails, clock),
                new ResetPassword(
                    users,
                    oneTimeTokens,
                    new ResetPassword.Hashers(tokenHasher, hasher),
                    security.passwords(),
                    ended,
                    accountMails,
                    clock),
                reminders),
            new ChangePassword(
                users, hasher, security.passwords(), ended, oneTimeTokens, accountMails),
            new ChangeProfile(users),
            new ExportAccount(
                users,
                sessions,
                orders,
                new BookingsOfUser(bookings, findBooking, clock),
                store.passkeys(),
                store.apiKeys(),
                clock),
            new EraseAccount(
                new EraseAccount.Stores(
                    users, store.passkeys(), store.apiKeys(), oneTimeTokens, store.webhooks()),
                hasher,
                new BookingsOfUser(bookings, findBooking, clock),
                new CancelBooking(findBooking, changes, clock),
                ended,
                accountMails),
            new FindUser(users));

    // Passkeys
    Passkeys passkeys = store.passkeys();
    PasskeyChallenges challenges = store.passkeyChallenges();
    RelyingParty shop = PasskeyAdapters.relyingParty(settings.publicUrl());
    PasskeyCeremony ceremony = PasskeyAdapters.ceremony(shop);
    PasskeyUseCases passkeyUseCases =
        new PasskeyUseCases(
            new AddPasskey(passkeys, challenges, ceremony, hasher, mails, clock, random),
            new LogInWithPasskey(passkeys, challenges, ceremony, users, signIn, clock, random),
            new OwnPasskeys(passkeys),
            new FindUser(users),
            shop);

    // API keys
    ApiKeys apiKeys = store.apiKeys();
    ApiKeyUses apiKeyUses = new ApiKeyUses(apiKeys);
    ApiKeyUseCases apiKeyUseCases =
        new ApiKeyUseCases(
            new CreateApiKey(apiKeys, tokenHasher, clock, random),
            new ListApiKeys(apiKeys),
            new RevokeApiKey(apiKeys),
            new CheckApiKey(apiKeys, users, tokenHasher, apiKeyUses, clock));

    // Webhooks
    Deliveries deliveries = store.deliveries();
    DeliveryQueue deliveryQueue = new DeliveryQueue(deliveries, jobQueue, clock, random);
    ManageWebhooks webhooks =
        new ManageWebhooks(
            store.webhooks(),
            deliveries,
            deliveryQueue,
            settings.webhooks().http() ? Schemes.HTTP_TOO : Schemes.HTTPS,
            clock,
            random);
    WebhookUseCases webhookUseCases =
        new WebhookUseCases(webhooks, new Redeliver(webhooks, deliveries, deliveryQueue));

    // What is sent by mail, by whoever knows what it says
    AccountLetters letters = new AccountLetters(users, oneTimeTokens, tokenHasher, clock, random);
    BookingLetters bookingLetters = new BookingLetters(bookings, orders, users, findBooking);
    LetterWriter changeLetters =
        new EventChangeLetters(events, store.facts().log(), bookings, users);
    List<LetterWriter> writers =
        Stream.of(
                letters.writers(),
                bookingLetters.writers(),
                List.of(reminders, changeLetters, new WebhookLetters(store.webhooks(), users)))
            .flatMap(List::stream)
            .toList();
    List<JobHandler> handlers =
        Stream.concat(
                SendMail.all(adapters.mailer(), writers).stream(),
                Stream.of(
                    new TellOfChange(bookings, jobQueue, clock),
                    new SendDelivery(
                        store.webhooks(),
                        deliveries,
                        adapters.webhooks().courier(),
                        mails,
                        clock,
                        random)))
            .toList();

    // Who follows what happens
    Adapters.Facts facts = store.facts();
    Stream<FactConsumer> mailing =
        settings.mail().toBuyers() ? Stream.of(new BookingMails(jobQueue, clock)) : Stream.empty();
    Stream<FactConsumer> counting = Stream.of(new CountSales(facts.log(), facts.sales()));
    Stream<FactConsumer> telling =
        Stream.of(new TellWebhooks(store.webhooks(), users, events, bookings, deliveryQueue));
    FollowFacts following =
        new FollowFacts(
            facts.log(),
            facts.positions(),
            Stream.of(mailing, counting, telling).flatMap(Function.identity()).toList());

    // What is sealed of it
    Signer signer = AuditKey.signer(secrets);
    SealFacts sealing =
        new SealFacts(facts.log(), facts.tree(), signer, settings.lifetimes().seal(), clock);

    // GraphQL, which is loaded only where it is wanted
    Optional<GraphqlEndpoint> graphql =
        settings
            .graphql()
            .map(
                wanted ->
                    GraphqlWiring.endpoint(
                        wanted, eventUseCases, bookingUseCases, orderUseCases, clock));

    return new Wiring(
        new UseCases(
            userUseCases,
            new DirectoryUseCases(
                new SearchUsers(users), new FindUser(users), new ChangeRole(users, ended)),
            passkeyUseCases,
            apiKeyUseCases,
            eventUseCases,
            bookingUseCases,
            orderUseCases,
            new ReadFacts(facts.log(), events, findBooking),
            new ReportSales(events, facts.sales()),
            webhookUseCases,
            new DeadJobs(jobs, clock),
            new ProveFacts(facts.log(), facts.tree(), signer, clock),
            graphql),
        new HttpPorts(
            new CheckAccessToken(accessTokens, ended),
            cache.limiter(),
            cache.goodLogIns(),
            cache.responses(),
            adapters.health(),
            adapters.watching().observer()),
        FirstAdmin.in(settings.dataDir(), new CreateFirstAdmin(users, userFactory), random),
        Stream.concat(
                store.sweeps().stream(),
                Stream.<Runnable>of(
                    following::handle,
                    sealing::handle,
                    new ExpireHolds(bookings, changes, clock)::handle,
                    new CancelBookingsOfCancelledEvents(bookings, changes, clock)::handle,
                    new SettleOrders(orders, clock)::handle,
                    ended::refresh,
                    new ForgetExpiredSessions(sessions, clock, security.accessTtl())::handle,
                    () -> oneTimeTokens.forgetExpired(clock.instant()),
                    new ForgetExpiredChallenges(challenges, clock)::handle,
                    new ForgetDoneJobs(jobs, clock)::handle,
                    deliveryQueue::forgetOld,
                    apiKeyUses::write))
            .toList(),
        new JobRunner(
            workers -> new RunJobs(jobs, handlers, workers, jobAdded::release, clock, random),
            jobAdded,
            random,
            JobRunner.END));
  }
}
