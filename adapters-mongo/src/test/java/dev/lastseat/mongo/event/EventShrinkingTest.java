package dev.lastseat.mongo.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shrinking an event that is refused has moved nobody. */
class EventShrinkingTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Instant NOW = TickingClock.START;
  private static final EventId EVENT = new EventId("event-1");

  private Stores direct;

  @BeforeEach
  void open() {
    direct = STORE.empty().stores();
  }

  /** More bookings than are moved at a time, and room for the first of them only. */
  @Test
  void of_an_event_with_too_few_places_left_no_booking_is_moved() {
    Event event = event(2_000);
    List<Document> sold =
        IntStream.rangeClosed(450, 1_450)
            .mapToObj(place -> ABooking.of(EVENT, place).confirmed())
            .map(BookingDocuments::toDocument)
            .toList();
    STORE.db().patient().bookings().insertMany(sold);

    assertThat(direct.events().update(shrunk(event, 1_000))).isEqualTo(new Update.TooSmall(1_001));

    assertThat(STORE.db().bookings().find().projection(new Document("places", 1)))
        .allMatch(it -> it.getList("places", Integer.class).getFirst() >= 450)
        .extracting(it -> it.getList("places", Integer.class).getFirst())
        .contains(1_450)
        .hasSize(1_001);
  }

  @Test
  void of_an_event_that_somebody_else_changed_first_no_booking_is_moved() {
    Event event = event(5);
    direct.bookings().record(ABooking.of(EVENT, 5).confirmed());
    Event renamed = event.change(EventChange.of(event.details()).named("Encore").details(), NOW);
    try (CuttingProxy proxy = STORE.proxy();
        MongoClient client = STORE.clientBy(proxy)) {
      AtomicBoolean done = new AtomicBoolean();
      proxy.decide(
          message -> {
            if (message.isWrite() && !done.getAndSet(true)) {
              direct.events().update(renamed);
            }
            return CuttingProxy.Fate.PASS;
          });
      Database db = STORE.by(client);

      assertThat(new MongoEvents(db).update(shrunk(event, 3))).isEqualTo(new Update.Stale());
    }

    assertThat(direct.bookings().highestPlace(EVENT)).isEqualTo(5);
  }

  private Event event(int places) {
    Event event = AnEvent.published(EVENT.value()).places(places).event();
    direct.events().add(event);
    return event;
  }

  private static Event shrunk(Event event, int places) {
    return event.change(EventChange.of(event.details()).places(places).details(), NOW);
  }
}
