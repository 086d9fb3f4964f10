package dev.lastseat.mongo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.engine.Commands;
import java.util.Collections;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a booking costs the server. */
class CommandsOfABookingTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private final Commands commands = new Commands();
  private TestStore.Instance instance;
  private Bookings bookings;
  private Event event;

  @BeforeEach
  void open() {
    event = AnEvent.published("event-1").places(1_000).event();
    STORE.empty().stores().events().add(event);
    instance = STORE.instance(STORE.clientWith(commands));
    bookings = instance.bookings();
  }

  @AfterEach
  void close() {
    instance.close();
  }

  @Test
  void a_lone_booking_is_one_insert_and_one_read_of_the_event_by_its_id() {
    record(1);
    commands.forget();

    record(2);

    assertThat(commands.names()).containsExactly("insert", "find");
    BsonDocument find = commands.sent().getLast();
    assertThat(find.getString("find").getValue()).isEqualTo("events");
    assertThat(find.toJson()).contains("\"_id\": \"event-1\"");
  }

  @Test
  void bookings_under_load_travel_together_and_share_their_reads() {
    int load = 400;

    Race.of(load, i -> record(i + 1));

    int inserts = Collections.frequency(commands.names(), "insert");
    assertThat(inserts).isLessThan(load / 4);
    assertThat(Collections.frequency(commands.names(), "find")).isLessThanOrEqualTo(inserts);
    assertThat(bookings.freePlaces(event.id(), 1_000, 1)).isEqualTo(List.of(load + 1));
  }

  private Recording record(int place) {
    Recording recording = bookings.record(ABooking.of(event.id(), place).confirmed());
    assertThat(recording).isInstanceOf(Recording.Recorded.class);
    return recording;
  }
}
