package dev.lastseat.mongo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.ASeal;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.account.Sessions.Successor;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.apikey.MongoApiKeys;
import dev.lastseat.mongo.audit.MongoSealedTree;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.passkey.MongoPasskeys;
import dev.lastseat.mongo.user.MongoSessions;
import dev.lastseat.mongo.user.MongoUsers;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Not every server enforces a validator, so every document is asked for by it. */
class ValidatorsTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Instant NOW = TickingClock.START;

  private Database db;
  private Stores stores;

  @BeforeEach
  void open() {
    db = STORE.empty().db();
    stores = STORE.stores();
  }

  @Test
  void events_in_every_state_are_as_they_must_be() {
    for (String id : List.of("draft", "published", "cancelled", "deleted", "completed")) {
      stores.events().add(AnEvent.draft(id).event());
    }
    stores.events().update(AnEvent.draft("published").event().publish(NOW));
    stores.events().update(AnEvent.draft("cancelled").event().cancel(NOW));
    stores.events().delete(AnEvent.draft("deleted").event(), TickingClock.START);
    Event done = AnEvent.draft("completed").event().publish(NOW);
    stores.events().update(done);
    stores.events().update(done.complete(done.details().date().plusSeconds(1)));

    assertAllValid(db.events());
    assertInvalidWith(db.events(), Updates.set("totalTickets", "many"));
  }

  @Test
  void bookings_in_every_state_are_as_they_must_be() {
    Event event = AnEvent.published("event-1").event();
    stores.events().add(event);
    Booking.Live sold = ABooking.of(event.id(), 1).confirmed();
    Booking.Live cancelled = ABooking.of(event.id(), 2, 3).confirmed();
    Booking.Pending held = ABooking.of(event.id(), 4).pending();
    Booking.Pending expired = ABooking.of(event.id(), 5).pending();
    List.of(sold, cancelled, held, expired).forEach(stores.bookings()::record);
    stores.bookings().change(cancelled, cancelled.cancel(NOW, Reason.NOT_GIVEN));
    stores.bookings().change(expired, expired.expire(expired.expiresAt()));
    Booking.Live undecided = AnOrder.of(ABooking.of(event.id(), 6)).bookings().getFirst();
    new OrderHolds(db).hold(List.of(undecided));

    assertAllValid(db.bookings());
    assertInvalidWith(db.bookings(), Updates.set("status", "lost"));
  }

  @Test
  void facts_are_as_they_must_be_and_so_is_what_they_were_taken_from() {
    Event event = AnEvent.published("event-1").event();
    stores.events().add(event);
    stores.bookings().record(ABooking.of(event.id(), 4).pending());
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 1));
    new MongoOrders(db).record(order.order(), order.bookings());

    STORE.relayFacts(NOW);

    List.of(db.facts(), db.events(), db.bookings(), db.orders())
        .forEach(ValidatorsTest::assertAllValid);
    TestStore.spoil(db.facts(), 1L, Updates.unset("stream"));
    assertThat(db.facts().countDocuments(TestStore.validator(db.facts()))).isEqualTo(3);
  }

  @Test
  void orders_are_as_they_must_be_whether_committed_or_rolled_back() {
    Event event = AnEvent.published("event-1").event();
    stores.events().add(event);
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 1));
    new MongoOrders(db).record(order.order(), order.bookings());
    new OrderDecisions(db).decide(AnOrder.of(ABooking.of(event.id(), 2)).id());

    assertAllValid(db.orders());
    assertInvalidWith(db.orders(), Updates.unset("state"));
  }

  @Test
  void users_and_sessions_are_as_they_must_be() {
    new MongoUsers(db).add(AUser.named("ada"));
    MongoSessions sessions = new MongoSessions(db);
    TokenHash token = new TokenHash("a".repeat(64));
    Instant end = NOW.plusSeconds(60);
    sessions.start(ASession.of("ada", "session-1"), token);
    sessions.rotate(token, new Successor(new TokenHash("b".repeat(64)), end), NOW, end);

    assertAllValid(db.users());
    assertInvalidWith(db.users(), Updates.set("role", "owner"));
    STORE.relayFacts(NOW);
    assertAllValid(db.sessions());
    assertInvalidWith(db.sessions(), Updates.set("expiresAt", "soon"));
  }

  @Test
  void what_was_removed_is_as_it_must_be_and_has_nothing_left_but_its_facts() {
    MongoUsers users = new MongoUsers(db);
    users.add(AUser.named("ada"));
    users.add(AUser.named("bob"));
    UserId ada = AUser.named("ada").id();
    users.remove(ada, NOW);
    users.remove(AUser.named("bob").id(), NOW);
    new MongoApiKeys(db).add(AnApiKey.of(ada, "key"));
    new MongoApiKeys(db).removeAll(ada, NOW);
    new MongoPasskeys(db).add(APasskey.of(ada, "phone"));
    new MongoPasskeys(db).removeAll(ada, NOW);

    for (var collection : List.of(db.users(), db.apiKeys(), db.passkeys())) {
      assertAllValid(collection);
      assertThat(collection.find().first())
          .hasSizeBetween(5, 6)
          .containsKeys("_id", "factsBefore", "facts", "unrelayed", "removed");
    }
    STORE.relayFacts(NOW);
    for (var collection : List.of(db.users(), db.apiKeys(), db.passkeys())) {
      assertThat(collection.countDocuments()).isZero();
    }
  }

  @Test
  void tiles_and_checkpoints_are_as_they_must_be() {
    new MongoSealedTree(db).add(List.of(ASeal.tile(0, 0, 3)), ASeal.of(3));

    assertAllValid(db.tiles());
    assertInvalidWith(db.tiles(), Updates.set("hashes", 1));
    assertAllValid(db.checkpoints());
  }

  private static void assertAllValid(MongoCollection<Document> collection) {
    assertThat(collection.countDocuments(TestStore.validator(collection)))
        .isPositive()
        .isEqualTo(collection.countDocuments());
  }

  private static void assertInvalidWith(MongoCollection<Document> collection, Bson damage) {
    long all = collection.countDocuments();
    TestStore.spoil(collection, collection.distinct("_id", String.class).first(), damage);

    assertThat(collection.countDocuments(TestStore.validator(collection))).isEqualTo(all - 1);
  }
}
