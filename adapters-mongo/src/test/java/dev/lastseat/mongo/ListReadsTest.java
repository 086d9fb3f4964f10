package dev.lastseat.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import dev.lastseat.mongo.MongoAdapters.Lists;
import dev.lastseat.mongo.booking.GroupInsert;
import dev.lastseat.mongo.booking.MongoBookings;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.engine.Commands;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.event.MongoEvents;
import dev.lastseat.mongo.fact.MongoFactLog;
import dev.lastseat.mongo.user.MongoUsers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which servers are asked, by the commands that are sent. */
class ListReadsTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final EventId EVENT = new EventId("event-1");
  private static final Lists OTHERS =
      new Lists(Lists.From.SECONDARY_PREFERRED, Duration.ofMinutes(2));

  @Test
  void events_and_users_are_listed_by_other_servers_if_these_are_not_too_far_behind() {
    List<BsonDocument> sent =
        sent(
            db -> {
              new MongoEvents(db).search(AnEventQuery.all().text("opera").query());
              new MongoUsers(db)
                  .search(new UserQuery(Optional.empty(), Optional.empty(), PageRequest.FIRST));
            });

    assertThat(sent)
        .hasSizeGreaterThan(2)
        .extracting(it -> it.getDocument("$readPreference"))
        .containsOnly(BsonDocument.parse("{mode: 'secondaryPreferred', maxStalenessSeconds: 120}"));
  }

  @Test
  void a_booking_and_what_follows_it_never_ask_another_server_than_the_primary() {
    ABooking wanted = ABooking.of(EVENT, 1);
    List<BsonDocument> sent =
        sent(
            db -> {
              try (GroupInsert inserts = new GroupInsert(db, Observer.NOBODY)) {
                new MongoEvents(db).add(AnEvent.published(EVENT.value()).event());
                MongoBookings bookings = new MongoBookings(db, inserts);
                bookings.record(wanted.confirmed());
                bookings.freePlaces(EVENT, 5, 5);
                bookings.count(List.of(EVENT), TickingClock.START);
                bookings.find(EVENT, wanted.user(), wanted.key());
                bookings.search(ofUser(wanted.user()), TickingClock.START);
                new MongoOrders(db).search(OrderQuery.of(wanted.user(), PageRequest.FIRST));
                new FactsUnderway(db).arrive();
                new MongoFactLog(db).after(0, 10);
              }
            });

    assertThat(sent)
        .hasSizeGreaterThan(10)
        .noneMatch(it -> it.toJson().contains("secondaryPreferred"));
  }

  private static BookingQuery ofUser(UserId user) {
    return new BookingQuery(
        Optional.of(Set.of(user)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PageRequest.FIRST);
  }

  private static List<BsonDocument> sent(Consumer<Database> work) {
    Commands commands = new Commands();
    Database direct = STORE.empty().db();
    try (MongoClient client = STORE.clientWith(commands)) {
      work.accept(
          new Database(
              STORE.by(client).mongo(), OTHERS.readPreference(), direct.clock(), direct.random()));
    }
    return commands.sent().stream().filter(it -> !it.getFirstKey().equals("endSessions")).toList();
  }
}
