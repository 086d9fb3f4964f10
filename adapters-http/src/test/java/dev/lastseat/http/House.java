package dev.lastseat.http;

import dev.lastseat.application.accountdata.AccountContents;
import dev.lastseat.application.accountdata.EraseAccount;
import dev.lastseat.application.accountdata.ExportAccount;
import dev.lastseat.application.analytics.ReportSales;
import dev.lastseat.application.apikey.ApiKeyUses;
import dev.lastseat.application.apikey.CheckApiKey;
import dev.lastseat.application.apikey.ManageApiKeys;
import dev.lastseat.application.audit.ProveFacts;
import dev.lastseat.application.audit.SealFacts;
import dev.lastseat.application.audit.Signer;
import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.ForgetGuest;
import dev.lastseat.application.booking.SellAtBoxOffice;
import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.hold.ExtendHolds;
import dev.lastseat.application.booking.list.BookingsOfUser;
import dev.lastseat.application.booking.list.ExportBookings;
import dev.lastseat.application.booking.list.ListBookings;
import dev.lastseat.application.bookingmail.HoldReminders;
import dev.lastseat.application.bookingmail.ResendTickets;
import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckinLists;
import dev.lastseat.application.checkin.OfflineBundle;
import dev.lastseat.application.claim.AllowanceFinder;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.claim.BuyerRule;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.event.AvailabilityReader;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.application.event.RebuildEvent;
import dev.lastseat.application.fact.ReadFacts;
import dev.lastseat.application.fake.FakeObserver;
import dev.lastseat.application.fake.FakeRateLimiter;
import dev.lastseat.application.fake.FakeRememberedResponses;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.job.ManageJobs;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.ExtendOrder;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.application.passkey.AddPasskey;
import dev.lastseat.application.passkey.LogInWithPasskey;
import dev.lastseat.application.passkey.ManagePasskeys;
import dev.lastseat.application.payment.HoldAgain;
import dev.lastseat.application.payment.ListPayments;
import dev.lastseat.application.payment.ProviderSecret;
import dev.lastseat.application.payment.ReceivePaymentEvent;
import dev.lastseat.application.payment.RecordRefund;
import dev.lastseat.application.payment.SettlePayment;
import dev.lastseat.application.payment.TakePayment;
import dev.lastseat.application.port.Health;
import dev.lastseat.application.session.CheckAccessToken;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.application.session.LogIn;
import dev.lastseat.application.session.ManageSessions;
import dev.lastseat.application.session.RefreshSession;
import dev.lastseat.application.session.SignIn;
import dev.lastseat.application.session.Tokens;
import dev.lastseat.application.ticket.NameVisitor;
import dev.lastseat.application.ticket.ReissueTicket;
import dev.lastseat.application.ticket.ShowTickets;
import dev.lastseat.application.ticket.SignedCodes;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.application.ticket.TicketsInName;
import dev.lastseat.application.user.AccountMails;
import dev.lastseat.application.user.ChangePassword;
import dev.lastseat.application.user.ManageProfile;
import dev.lastseat.application.user.ManageUsers;
import dev.lastseat.application.user.RegisterUser;
import dev.lastseat.application.user.ResetPassword;
import dev.lastseat.application.user.UserFactory;
import dev.lastseat.application.user.VerifyEmail;
import dev.lastseat.application.user.WaysIn;
import dev.lastseat.application.webhook.DeliveryQueue;
import dev.lastseat.application.webhook.ManageWebhooks;
import dev.lastseat.application.webhook.Redeliver;
import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.fake.FakeAccessTokens;
import dev.lastseat.domain.fake.FakeApiKeys;
import dev.lastseat.domain.fake.FakeBookings;
import dev.lastseat.domain.fake.FakeCheckins;
import dev.lastseat.domain.fake.FakeCodeImages;
import dev.lastseat.domain.fake.FakeDeliveries;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeOneTimeTokens;
import dev.lastseat.domain.fake.FakeOrders;
import dev.lastseat.domain.fake.FakePasskeyCeremony;
import dev.lastseat.domain.fake.FakePasskeyChallenges;
import dev.lastseat.domain.fake.FakePasskeys;
import dev.lastseat.domain.fake.FakePasswordHasher;
import dev.lastseat.domain.fake.FakePayments;
import dev.lastseat.domain.fake.FakeSalesFigures;
import dev.lastseat.domain.fake.FakeSealedTree;
import dev.lastseat.domain.fake.FakeSessions;
import dev.lastseat.domain.fake.FakeSigningKey;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeTickets;
import dev.lastseat.domain.fake.FakeTokenHasher;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fake.FakeWebhookSignatures;
import dev.lastseat.domain.fake.FakeWebhooks;
import dev.lastseat.domain.fake.Sha256;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.policy.HoldPatience;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordRules;
import dev.lastseat.domain.webhook.WebhookSecret;
import dev.lastseat.http.booking.BookingUseCases;
import dev.lastseat.http.booking.OrderUseCases;
import dev.lastseat.http.checkin.CheckinUseCases;
import dev.lastseat.http.event.EventUseCases;
import dev.lastseat.http.graphql.GraphqlEndpoint;
import dev.lastseat.http.passkey.PasskeyUseCases;
import dev.lastseat.http.payment.PaymentUseCases;
import dev.lastseat.http.ticket.TicketUseCases;
import dev.lastseat.http.user.MailedUseCases;
import dev.lastseat.http.user.UserUseCases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Every use case over one store in memory. */
public final class House {
  public static final Duration HOLD = Duration.ofMinutes(15);
  public static final Duration ACCESS_TTL = Duration.ofHours(1);
  public static final PasswordRules RULES = new PasswordRules(Password.MIN, "password"::equals);
  public static final Duration OVERLAP = Duration.ofSeconds(30);
  public static final ProviderSecret STRIPE = secret("stripe", 1);
  public static final ProviderSecret NEW_STRIPE = secret("stripe", 2);
  public static final ProviderSecret MOLLIE = secret("mollie", 3);
  public static final RelyingParty SHOP = new RelyingParty("shop.example", "https://shop.example");

  private final Fakes fakes = Fakes.open();
  public final TickingClock clock = fakes.clock;
  public final Random random = new Random(7);
  public final FakeStore store = fakes.store;
  public final FakeEvents events = fakes.events;
  public final FakeBookings bookings = fakes.bookings;
  public final FakeOrders orders = fakes.orders;
  public final FakeTickets tickets = fakes.tickets;
  public final FakePayments payments = fakes.payments;
  public final FakeWebhookSignatures signatures = new FakeWebhookSignatures();
  public final FakeCheckins checkins = fakes.checkins;
  public final SignedCodes signed = fakes.signed;
  public final TicketCodes codes = fakes.codes;
  public final FakeUsers users = fakes.users;
  public final FakeJobs jobs = fakes.jobs;
  public final FakeFactLog facts = new FakeFactLog(store);
  public final FakeSealedTree sealedTree = new FakeSealedTree();
  public final Signer signer =
      new Signer(new FakeSigningKey("secret"), parts -> Hash.of(Sha256.of(parts)));
  public final SealFacts sealer =
      new SealFacts(facts, sealedTree, signer, Duration.ofSeconds(10), clock);
  public final MailQueue mails = new MailQueue(new JobQueue(jobs, () -> {}), clock);
  public final AccountMails accountMails = new AccountMails(mails, clock);
  public final FakeOneTimeTokens oneTimeTokens = fakes.oneTimeTokens;
  public final FakeTokenHasher secrets = new FakeTokenHasher();
  public final FakePasskeys passkeys = fakes.passkeys;
  public final FakeApiKeys apiKeys = fakes.apiKeys;
  public final ApiKeyUses apiKeyUses = new ApiKeyUses(apiKeys);
  public final FakeWebhooks webhooks = fakes.webhooks;
  public final FakeDeliveries deliveries = fakes.deliveries;
  public final FakeSessions sessions = fakes.sessions;
  public final FakePasswordHasher hasher = new FakePasswordHasher();
  public final FakeAccessTokens tokens = new FakeAccessTokens(clock, ACCESS_TTL);
  public final EndedSessions ended = new EndedSessions(sessions, clock, ACCESS_TTL);
  public final FakeRememberedResponses responses =
      new FakeRememberedResponses(clock, Duration.ofHours(24));

  public final FakeSalesFigures figures = fakes.figures;
  public final FakeObserver observer = new FakeObserver();
  public Optional<GraphqlEndpoint> graphql = Optional.empty();

  private final BookingChanges changes = fakes.changes;
  private final ClaimFinder claims =
      new ClaimFinder(
          fakes.reader,
          fakes.placeFinder(),
          new AllowanceFinder(bookings, changes, random),
          BuyerRule.patient(new HoldPatience(HoldPatience.DEFAULT_FREE), bookings, clock),
          clock);
  private final BookingFactory factory = new BookingFactory(clock, random, HOLD);
  private final Tokens made =
      new Tokens(
          tokens,
          new FakeTokenHasher(),
          random,
          new Tokens.Refreshing(Duration.ofDays(7), OVERLAP, Duration.ofDays(30)));
  private final SignIn signIn = new SignIn(users, sessions, ended, made, clock, random);
  private final FindBooking find = fakes.findBooking();
  final HoldReminders reminders = new HoldReminders(bookings, find, users, secrets, clock);

  private static ProviderSecret secret(String provider, int seed) {
    return new ProviderSecret(provider, WebhookSecret.random(new Random(seed)));
  }

  private Store all() {
    return fakes.all(facts, sealedTree);
  }

  public UseCases useCases() {
    DeliveryQueue deliveryQueue =
        new DeliveryQueue(deliveries, new JobQueue(jobs, () -> {}), clock, random);
    ManageWebhooks manageWebhooks =
        new ManageWebhooks(
            webhooks, deliveries, deliveryQueue, ManageWebhooks.Schemes.HTTPS, clock, random);
    return new UseCases(
        userCases(),
        new ManageUsers(users, ended, clock),
        passkeyCases(),
        new ManageApiKeys(apiKeys, events, new FakeTokenHasher(), clock, random),
        eventCases(),
        bookingCases(),
        orderCases(),
        ticketCases(),
        checkinCases(),
        new PaymentUseCases(
            new ListPayments(payments, events),
            new RecordRefund(payments, events, clock),
            paymentEvents()),
        new ReadFacts(new FakeFactLog(store), events, find),
        new ReportSales(events, figures),
        manageWebhooks,
        new Redeliver(manageWebhooks, deliveries, deliveryQueue),
        new ManageJobs(jobs, clock),
        new ProveFacts(facts, sealedTree, signer, clock),
        graphql);
  }

  public HttpPorts ports(Duration rateWindow, List<Health> health) {
    return new HttpPorts(
        new CheckAccessToken(tokens, ended),
        new CheckApiKey(apiKeys, users, new FakeTokenHasher(), apiKeyUses, clock),
        new FakeRateLimiter(clock, rateWindow),
        new FakeRateLimiter(clock, HttpPorts.KNOWN_FOR),
        responses,
        health,
        observer);
  }

  private EventUseCases eventCases() {
    AvailabilityReader availabilities = fakes.availabilityReader();
    return new EventUseCases(
        new FindEvent(fakes.reader, events, availabilities, clock),
        new RebuildEvent(events, facts, () -> {}, clock),
        new CreateEvent(events, clock, random),
        fakes.eventEditor());
  }

  private BookingUseCases bookingCases() {
    BookTickets book = new BookTickets(claims, bookings, factory, changes, find);
    return new BookingUseCases(
        book,
        new SellAtBoxOffice(book, events, users),
        new ForgetGuest(find, bookings, tickets, fakes.pages, clock),
        find,
        new ListBookings(bookings, fakes.pages, find, users, clock),
        new ExportBookings(bookings, tickets, find, clock),
        fakes.confirmBooking(),
        fakes.cancelBooking(),
        new ReturnTickets(find, changes, checkins, clock),
        extendHolds(),
        takePayment());
  }

  private OrderUseCases orderCases() {
    FindOrder findOrder = fakes.findOrder();
    return new OrderUseCases(
        new PlaceOrder(claims, orders, factory, changes, findOrder),
        findOrder,
        fakes.confirmOrder(),
        new CancelOrder(orders, findOrder, changes, checkins, new JobQueue(jobs, () -> {}), clock),
        new ExtendOrder(orders, findOrder, extendHolds()),
        takePayment());
  }

  private TakePayment takePayment() {
    return new TakePayment(payments, fakes.purchases(), fakes.notePayment(), settlePayment());
  }

  private SettlePayment settlePayment() {
    return new SettlePayment(
        payments,
        fakes.purchases(),
        fakes.confirmBooking(),
        fakes.confirmOrder(),
        new HoldAgain(
            new BookTickets(claims, bookings, factory, changes, find),
            new PlaceOrder(claims, orders, factory, changes, fakes.findOrder()),
            changes,
            facts),
        clock);
  }

  /** Takes in events and does their jobs, too. */
  public ReceivePaymentEvent paymentEvents() {
    return new ReceivePaymentEvent(
        List.of(STRIPE, NEW_STRIPE, MOLLIE),
        signatures,
        new JobQueue(jobs, () -> {}),
        fakes.notePayment(),
        settlePayment(),
        clock);
  }

  private ExtendHolds extendHolds() {
    return new ExtendHolds(bookings, events, find, Duration.ofHours(1), clock);
  }

  private TicketUseCases ticketCases() {
    ShowTickets show = new ShowTickets(find, codes);
    return new TicketUseCases(
        show,
        new ReissueTicket(show, tickets, codes, clock),
        new NameVisitor(show, tickets, clock),
        new ResendTickets(find, mails),
        signed,
        new TicketsInName(users, tickets, bookings, find, codes),
        new FakeCodeImages());
  }

  private CheckinUseCases checkinCases() {
    CheckinLists lists = new CheckinLists(checkins, events, clock, random);
    return new CheckinUseCases(
        lists,
        new CheckIn(lists, bookings, codes, checkins, clock),
        new OfflineBundle(lists, facts, bookings, codes, checkins));
  }

  private UserUseCases userCases() {
    return new UserUseCases(
        new RegisterUser(
            users, new UserFactory(hasher, clock, random), RULES, signIn, accountMails),
        new LogIn(users, hasher, signIn),
        new RefreshSession(sessions, users, ended, made, mails, clock),
        new ManageSessions(sessions, ended, made, clock),
        new MailedUseCases(
            accountMails,
            new VerifyEmail(users, oneTimeTokens, secrets, hasher, accountMails, clock),
            new ResetPassword(
                users,
                oneTimeTokens,
                new ResetPassword.Hashers(secrets, hasher),
                RULES,
                new WaysIn(ended, passkeys, apiKeys),
                accountMails,
                clock),
            reminders),
        new ChangePassword(users, hasher, RULES, ended, oneTimeTokens, accountMails, clock),
        new ManageProfile(users, clock),
        new ExportAccount(all(), new BookingsOfUser(bookings, find, clock), clock),
        new EraseAccount(
            users,
            hasher,
            new AccountContents(
                all(),
                new BookingsOfUser(bookings, find, clock),
                fakes.cancelBooking(),
                ended,
                clock),
            accountMails,
            clock));
  }

  private PasskeyUseCases passkeyCases() {
    FakePasskeyChallenges challenges = new FakePasskeyChallenges(store);
    FakePasskeyCeremony ceremony = new FakePasskeyCeremony(SHOP);
    return new PasskeyUseCases(
        new AddPasskey(passkeys, challenges, ceremony, hasher, mails, clock, random),
        new LogInWithPasskey(passkeys, challenges, ceremony, users, signIn, clock, random),
        new ManagePasskeys(passkeys, clock),
        new ManageProfile(users, clock),
        SHOP);
  }
}
