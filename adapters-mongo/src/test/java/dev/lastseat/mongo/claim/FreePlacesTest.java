package dev.lastseat.mongo.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.CuttingProxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searching all places of an event while they change hands. */
class FreePlacesTest {
  private static final int PLACES = 20_000;
  private static final int A_BOOKING = 10;
  private static final int LAST_FREE = 15_000;

  @RegisterExtension static final TestStore STORE = new TestStore();

  private final EventId event = new EventId("event-1");
  private Stores direct;
  private Booking.Confirmed first;

  /** All but one place is taken. */
  @BeforeEach
  void open() {
    direct = STORE.empty().stores();
    direct.events().add(AnEvent.published("event-1").places(PLACES).event());
    first = ABooking.of(event, 5).confirmed();
    direct.bookings().record(first);
    List<Document> others =
        IntStream.range(0, PLACES / A_BOOKING)
            .mapToObj(i -> ABooking.of(event, places(i * A_BOOKING + 1)).confirmed())
            .map(BookingDocuments::toDocument)
            .toList();
    STORE.db().patient().bookings().insertMany(others);
  }

  private static Integer[] places(int from) {
    return IntStream.range(from, from + A_BOOKING)
        .filter(place -> place != 5 && place != LAST_FREE)
        .boxed()
        .toArray(Integer[]::new);
  }

  @Test
  void a_place_that_comes_free_behind_the_reader_while_the_last_one_is_taken_is_found() {
    Booking.Confirmed rival = ABooking.of(event, LAST_FREE).confirmed();
    AtomicInteger looks = new AtomicInteger();
    try (CuttingProxy proxy = STORE.proxy();
        MongoClient client = STORE.clientBy(proxy)) {
      proxy.decide(
          message -> {
            if (message.command().equals("find") && looks.incrementAndGet() == 2) {
              direct.bookings().change(first, first.cancel(TickingClock.START, Reason.NOT_GIVEN));
              assertThat(direct.bookings().record(rival)).isInstanceOf(Recording.Recorded.class);
            }
            return CuttingProxy.Fate.PASS;
          });

      assertThat(new Claims(STORE.by(client), event).free(PlaceRanges.upTo(PLACES), 1_000))
          .containsExactly(5);
    }
  }

  @Test
  void an_event_in_which_nothing_changes_hands_is_searched_twice_before_it_is_sold_out() {
    direct.bookings().record(ABooking.of(event, LAST_FREE).confirmed());
    AtomicInteger looks = new AtomicInteger();
    try (CuttingProxy proxy = STORE.proxy();
        MongoClient client = STORE.clientBy(proxy)) {
      proxy.decide(
          message -> {
            if (message.command().equals("find")) {
              looks.incrementAndGet();
            }
            return CuttingProxy.Fate.PASS;
          });

      assertThat(new Claims(STORE.by(client), event).free(PlaceRanges.upTo(PLACES), 1_000))
          .isEmpty();
    }
    assertThat(looks).hasValue(4);
  }
}
