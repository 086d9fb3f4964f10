package dev.lastseat.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.port.store.account.Sessions.Successor;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.booking.MongoBookings;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.document.EventDocuments;
import dev.lastseat.mongo.document.OrderDocuments;
import dev.lastseat.mongo.engine.Commands;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Plans;
import dev.lastseat.mongo.event.EventChanges;
import dev.lastseat.mongo.event.MongoEvents;
import dev.lastseat.mongo.fact.MongoFactLog;
import dev.lastseat.mongo.job.MongoJobs;
import dev.lastseat.mongo.passkey.MongoPasskeyChallenges;
import dev.lastseat.mongo.passkey.MongoPasskeys;
import dev.lastseat.mongo.payment.MongoPayments;
import dev.lastseat.mongo.standing.Standing;
import dev.lastseat.mongo.ticket.MongoTickets;
import dev.lastseat.mongo.user.MongoSessions;
import dev.lastseat.mongo.user.MongoUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every question that a route or a sweeper asks is answered by way of an index. */
class QueryPlansTest {
  private static final int EVENTS = 2_000;
  private static final int BOOKINGS = 8_000;
  private static final int BATCH = 500;
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final EventId EVENT = new EventId("event-7");
  private static final UserId USER = new UserId("user-77");
  private static final Instant NOW = TickingClock.START;
  private static final Bson UNRELAYED = Filters.exists("unrelayed");
  private static final Commands COMMANDS = new Commands();
  private static Optional<MongoClient> client = Optional.empty();

  /** Enough that a scan would be the worse plan. */
  @BeforeAll
  static void fill() {
    Database db = STORE.empty().db();
    db.events()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(i -> AnEvent.published("event-" + i).event())
                .map(EventDocuments::toDocument)
                .map(QueryPlansTest::relayed)
                .toList());
    List<Document> bookings =
        IntStream.range(0, BOOKINGS)
            .mapToObj(
                i ->
                    ABooking.of(new EventId("event-" + i % EVENTS), i / EVENTS + 1)
                        .by("user-" + i)
                        .at(NOW.plusSeconds(i)))
            .map(it -> it.confirmed())
            .map(BookingDocuments::toDocument)
            .map(QueryPlansTest::relayed)
            .toList();
    for (int from = 0; from < BOOKINGS; from += BATCH) {
      db.bookings().insertMany(bookings.subList(from, from + BATCH));
    }
    db.orders()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(
                    i ->
                        AnOrder.by("user-" + i, ABooking.key(i), ABooking.of(EVENT, i + 1))
                            .at(NOW.plusSeconds(i)))
                .map(OrderDocuments::toDocument)
                .toList());
    db.users()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(i -> AUser.named("user-" + i))
                .map(MongoUsers::toDocument)
                .toList());
    db.passkeys()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(i -> APasskey.of(new UserId("user-" + i), "key " + i))
                .map(MongoPasskeys::toDocument)
                .toList());
    Random random = new Random(7);
    db.passkeyChallenges()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(
                    i -> PasskeyChallenge.random(Optional.empty(), NOW.plusSeconds(i), random))
                .map(MongoPasskeyChallenges::toDocument)
                .toList());
    db.payments()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(
                    i ->
                        new Document("_id", "stripe:pi_" + i)
                            .append("state", "captured")
                            .append("events", List.of("event-" + i % 50))
                            .append("amount", 100L)
                            .append("currency", "EUR")
                            .append("refunds", "")
                            .append("status", i % 7 == 0 ? "refund_due" : "unmatched")
                            .append("version", 1L)
                            .append("notedAt", NOW.plusSeconds(i))
                            .append("updatedAt", NOW)
                            .append("factsBefore", 1L))
                .toList());
    db.checkins()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(
                    i ->
                        new Document("_id", "list-" + i % 50 + "/booking-" + i + ".1")
                            .append("list", "list-" + i % 50)
                            .append("booking", "booking-" + i)
                            .append("ticket", "booking-" + i + ".1")
                            .append("inside", true)
                            .append("scans", "")
                            .append("factsBefore", 1L))
                .toList());
    db.tickets()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(
                    i ->
                        new Document("_id", "booking-" + i + ".1")
                            .append("booking", "booking-" + i)
                            .append("eventId", EVENT.value())
                            .append("revision", 0)
                            .append("visitorName", "Ada")
                            .append("visitorEmail", "ada-" + i % 50 + "@example.com")
                            .append("factsBefore", 1L))
                .toList());
    db.facts()
        .insertMany(LongStream.rangeClosed(1, EVENTS).mapToObj(QueryPlansTest::fact).toList());
    fillJobs(new MongoJobs(db));
    client = Optional.of(STORE.clientWith(COMMANDS));
  }

  /** Nearly all are done. */
  private static void fillJobs(MongoJobs jobs) {
    jobs.addAll(
        IntStream.range(0, 20)
            .mapToObj(i -> new Job(new JobId("job-" + i), "mail", "payload", NOW))
            .toList());
    STORE
        .db()
        .jobs()
        .insertMany(
            IntStream.range(0, EVENTS)
                .mapToObj(
                    i ->
                        new Document("_id", "done-" + i)
                            .append("kind", "mail")
                            .append("payload", "")
                            .append("since", NOW)
                            .append("state", "done")
                            .append("stateSince", NOW)
                            .append("dueAt", NOW)
                            .append("attempts", 1))
                .toList());
  }

  /** As nearly all of them are. */
  private static Document relayed(Document document) {
    document.keySet().removeAll(List.of("facts", "unrelayed"));
    return document;
  }

  private static Document fact(long sequence) {
    return new Document("_id", sequence)
        .append("stream", "booking:booking-" + sequence)
        .append("version", 1L)
        .append("kind", "booking.confirmed")
        .append("at", NOW)
        .append("actor", "anonymous")
        .append("requestId", "")
        .append("data", new Document());
  }

  @AfterAll
  static void close() {
    client.ifPresent(MongoClient::close);
  }

  @Test
  void no_question_about_bookings_scans() {
    assertIndexed(
        db -> {
          MongoBookings bookings = new MongoBookings(db, STORE.inserts());
          bookings.find(ABooking.of(EVENT, 1).confirmed().id());
          bookings.findAll(List.of(ABooking.of(EVENT, 1).confirmed().id()));
          bookings.find(EVENT, USER, ABooking.key(7));
          bookings.find(EVENT, ABooking.of(EVENT, 1).ticketNumber());
          bookings.overdue(NOW, 10);
          bookings.overdue(EVENT, NOW, 10);
          bookings.liveOfCancelledEvents(10);
          bookings.forgetExpired(NOW, 10, _ -> {});
          bookings.count(List.of(EVENT, new EventId("event-8")), NOW);
          bookings.allowancesTaken(EVENT, USER);
          bookings.guests(SearchWords.of("eve exam"), Optional.empty(), 10);
          bookings.guests(SearchWords.of("eve exam"), Optional.of(EVENT), 10);
          bookings.highestPlace(EVENT);
          bookings.freePlaces(EVENT, 100, 10);
          pages()
              .map(
                  page ->
                      query(
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          page))
              .map(all -> all.of(Set.of(USER, new UserId("bob"))))
              .forEach(query -> bookings.search(query, NOW));
          bookings.search(ofTicket(), NOW);
          pages().forEach(page -> queries(page).forEach(query -> bookings.search(query, NOW)));
        });
  }

  private static BookingQuery ofTicket() {
    return new BookingQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(ABooking.of(EVENT, 1).ticketNumber()),
        Optional.empty(),
        Optional.empty(),
        new PageRequest.Numbered(1, 20));
  }

  private static Stream<PageRequest> pages() {
    Position position = new Position(String.valueOf(NOW.plusSeconds(500).toEpochMilli()), "x");
    return Stream.of(
        new PageRequest.Numbered(2, 20),
        new PageRequest.After(Optional.empty(), 20),
        new PageRequest.After(Optional.of(position), 20));
  }

  private static Stream<BookingQuery> queries(PageRequest page) {
    Optional<UserId> user = Optional.of(USER);
    Optional<Instant> from = Optional.of(NOW.plusSeconds(400));
    return Stream.of(
        query(user, Optional.empty(), Optional.empty(), Optional.empty(), page),
        query(user, Optional.of(BookingStatus.PENDING), Optional.of(EVENT), from, page),
        query(user, Optional.of(BookingStatus.CANCELLED), Optional.empty(), Optional.empty(), page),
        query(user, Optional.empty(), Optional.of(EVENT), from, page),
        query(Optional.empty(), Optional.empty(), Optional.of(EVENT), Optional.empty(), page),
        query(Optional.empty(), Optional.empty(), Optional.of(EVENT), from, page),
        query(
            Optional.empty(),
            Optional.of(BookingStatus.CANCELLED),
            Optional.of(EVENT),
            Optional.empty(),
            page),
        query(
            Optional.empty(),
            Optional.of(BookingStatus.CANCELLED),
            Optional.empty(),
            Optional.empty(),
            page),
        query(Optional.empty(), Optional.empty(), Optional.empty(), from, page),
        query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), page));
  }

  private static BookingQuery query(
      Optional<UserId> user,
      Optional<BookingStatus> status,
      Optional<EventId> event,
      Optional<Instant> from,
      PageRequest page) {
    return new BookingQuery(
        user.map(Set::of), status, event, Optional.empty(), from, Optional.empty(), page);
  }

  @Test
  void no_question_about_events_scans() {
    assertIndexed(
        db -> {
          MongoEvents events = new MongoEvents(db);
          events.find(EVENT);
          events.findAll(List.of(EVENT, new EventId("event-8")));
          events.search(AnEventQuery.all().text("opera ball").query());
          events.search(AnEventQuery.all().venue("Opera").query());
          for (EventQuery.Sort sort : EventQuery.Sort.values()) {
            EventQuery sorted = AnEventQuery.all().sorted(sort, true).query();
            events.search(sorted.only(EventQuery.When.UPCOMING, NOW.plusSeconds(3)));
          }
          events.search(
              AnEventQuery.all().dates(Optional.of(NOW), Optional.of(NOW.plusSeconds(9))).query());
          new EventChanges(db).finish(NOW);
          new Standing(db).keepAdmittedBy(AnEvent.published(EVENT.value()).event());
        });
  }

  @Test
  void no_question_about_users_sessions_and_orders_scans() {
    assertIndexed(
        db -> {
          MongoUsers users = new MongoUsers(db);
          users.find(USER);
          users.find(new Email("user-7@example.com"));
          users.passwordHash(new Email("user-7@example.com"));
          users.has(Role.ADMIN);
          MongoSessions sessions = new MongoSessions(db);
          sessions.session(new TokenHash("hash-7"));
          sessions.rotate(
              new TokenHash("hash-7"),
              new Successor(new TokenHash("hash-8"), NOW.plusSeconds(9)),
              NOW,
              NOW.plusSeconds(1));
          sessions.of(USER, NOW);
          sessions.endedSince(NOW);
          MongoOrders orders = new MongoOrders(db);
          orders.find(new OrderId("order-1"));
          orders.find(USER, ABooking.key(7));
          orders.settle(NOW);
          pages()
              .forEach(
                  page -> {
                    orders.search(OrderQuery.of(USER, page));
                    orders.search(
                        new OrderQuery(
                            Optional.empty(),
                            Optional.of(NOW),
                            Optional.of(NOW.plusSeconds(9)),
                            page));
                  });
        });
  }

  @Test
  void no_question_about_tickets_of_a_visitor_scans() {
    assertIndexed(
        db ->
            pages()
                .forEach(
                    page -> new MongoTickets(db).naming(new Email("ada-7@example.com"), page)));
  }

  @Test
  void no_question_about_payments_scans() {
    Optional<EventId> event = Optional.of(EVENT);
    Optional<PaymentStatus> status = Optional.of(PaymentStatus.REFUND_DUE);
    assertIndexed(
        db -> {
          MongoPayments payments = new MongoPayments(db);
          payments.find(new PaymentId("stripe", "pi_7"));
          pages()
              .forEach(
                  page -> {
                    Optional<Instant> since = Optional.of(NOW);
                    payments.search(
                        new PaymentQuery(Optional.empty(), status, Optional.empty(), page));
                    payments.search(new PaymentQuery(event, status, Optional.empty(), page));
                    payments.search(new PaymentQuery(event, Optional.empty(), since, page));
                    payments.search(
                        new PaymentQuery(event, Optional.empty(), Optional.empty(), page));
                  });
        });
  }

  @Test
  void nothing_about_facts_scans() {
    Event event = AnEvent.published("event-new").event();
    STORE.stores().events().add(event);
    STORE.stores().bookings().record(ABooking.of(event.id(), 1).confirmed());
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 2));
    new MongoOrders(STORE.db()).record(order.order(), order.bookings());
    StreamId stream = StreamId.of(event.id());
    assertIndexed(
        db -> {
          assertThat(new FactsUnderway(db).underway().oldest().get()).isPresent();
          new FactsUnderway(db).arrive();
          MongoFactLog log = new MongoFactLog(db);
          assertThat(log.of(stream)).hasSize(1);
          log.ofAll(List.of(stream, new StreamId(StreamId.BOOKING, "booking-7")));
          log.after(100, 10);
          log.bookingsOf(event.id(), 100, 10);
          log.head();
        });
  }

  @Test
  void an_idle_look_for_facts_asks_nothing_but_indexes_that_are_empty_then() {
    new FactsUnderway(STORE.db()).arrive();
    COMMANDS.forget();

    new FactsUnderway(STORE.by(client.orElseThrow())).arrive();

    assertThat(COMMANDS.names()).containsOnly("find").hasSizeLessThanOrEqualTo(13);
    new Plans(STORE.db().mongo()).assertIndexed("unrelayed", COMMANDS.sent());
    STORE
        .db()
        .mongo()
        .listCollectionNames()
        .forEach(
            name ->
                assertThat(STORE.db().mongo().getCollection(name).countDocuments(UNRELAYED))
                    .as(name)
                    .isZero());
  }

  @Test
  void nothing_about_jobs_scans() {
    assertIndexed(
        db -> {
          MongoJobs jobs = new MongoJobs(db);
          Jobs.Lease lease = new Jobs.Lease("lease", NOW.plusSeconds(60));
          jobs.anyDue(Set.of("mail", "delivery"), NOW);
          List<ClaimedJob> claimed = jobs.claim("mail", 4, NOW, lease);
          assertThat(claimed).hasSize(4);
          jobs.finish(claimed.get(0), NOW);
          jobs.postpone(claimed.get(1), "away", NOW.plusSeconds(1));
          jobs.handBack(claimed.get(2), NOW);
          jobs.giveUp(claimed.get(3), "away", NOW);
          pages()
              .forEach(
                  page -> {
                    jobs.list(JobState.DEAD, Optional.empty(), page);
                    jobs.list(JobState.WAITING, Optional.of("mail"), page);
                  });
          jobs.counts();
          jobs.retry(claimed.get(3).job().id(), NOW);
          jobs.retryAll("mail", NOW);
          jobs.forgetDone(NOW.minusSeconds(1));
          jobs.forgetDead("mail", NOW.minusSeconds(1));
        });
  }

  @Test
  void nothing_about_passkeys_scans() {
    assertIndexed(
        db -> {
          MongoPasskeys passkeys = new MongoPasskeys(db);
          PasskeyId passkey = APasskey.id("phone");
          passkeys.find(passkey);
          passkeys.of(USER);
          passkeys.use(passkey, 1, NOW);
          passkeys.rename(USER, passkey, "phone", NOW);
          passkeys.remove(USER, passkey, NOW);
          passkeys.removeAll(USER, NOW);
          MongoPasskeyChallenges challenges = new MongoPasskeyChallenges(db);
          challenges.spend(Base64Url.ofText("challenge"), Optional.of(USER), NOW);
          challenges.forgetExpired(NOW);
        });
  }

  @Test
  void no_change_scans_for_what_it_changes() {
    assertIndexed(
        db -> {
          MongoBookings bookings = new MongoBookings(db, STORE.inserts());
          Booking.Confirmed one = sold(1);
          Booking.Confirmed other = sold(2);
          bookings.changeAll(List.of(cancelled(one)));
          bookings.changeAll(List.of(cancelled(one), cancelled(other)));
          MongoEvents events = new MongoEvents(db);
          Event completed =
              events.find(EVENT).orElseThrow().complete(NOW.plus(Duration.ofDays(31)));
          events.update(completed);
          events.update(
              AnEvent.published("event-8")
                  .places(50)
                  .event()
                  .complete(NOW.plus(Duration.ofDays(31))));
          events.delete(completed, TickingClock.START);
          MongoSessions sessions = new MongoSessions(db);
          sessions.end(new TokenHash("hash-7"), NOW);
          sessions.end(USER, "session-7", NOW);
          sessions.endOthers(USER, "session-7", NOW);
          sessions.forgetExpired(NOW);
          AnOrder refused = AnOrder.of(ABooking.of(EVENT, 1));
          new MongoOrders(db).record(refused.order(), refused.bookings());
        });
  }

  private static Booking.Confirmed sold(int place) {
    return ABooking.of(EVENT, place).confirmed();
  }

  private static Bookings.Transition cancelled(Booking.Confirmed booking) {
    return new Bookings.Transition(booking, booking.cancel(NOW, Reason.NOT_GIVEN));
  }

  private static void assertIndexed(Consumer<Database> work) {
    COMMANDS.forget();
    work.accept(STORE.by(client.orElseThrow()));
    new Plans(STORE.db().mongo()).assertIndexed(COMMANDS.sent());
  }
}
