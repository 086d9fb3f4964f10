package dev.lastseat.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.cancel.ReturnTickets.Wish;
import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.contract.DoorRacesContract;
import dev.lastseat.application.fixture.ADoor;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.checkin.MongoCheckins;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.event.MongoEvents;
import dev.lastseat.mongo.ticket.MongoTickets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same, and messages that arrive after others that were sent later. */
class MongoDoorRacesTest extends DoorRacesContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private final CuttingProxy proxy = STORE.proxy();
  private final MongoClient client = STORE.clientBy(proxy);
  private final TestStore.Instance instance = STORE.instance(client);

  @AfterEach
  void close() {
    instance.close();
    proxy.close();
  }

  @Override
  protected ADoor.Ports open() {
    STORE.empty();
    return new ADoor.Ports(
        new MongoEvents(instance.db()),
        instance.bookings(),
        new MongoOrders(instance.db()),
        new MongoTickets(instance.db()),
        new MongoCheckins(instance.db()));
  }

  @Test
  void a_return_that_arrives_after_a_scan_that_was_cut_short_and_sent_again_gives_nothing_back() {
    ADoor door = new ADoor(open());
    Booking.Confirmed sold = door.sold(1).getFirst();
    AtomicBoolean passed = new AtomicBoolean();
    beforeTheFirstUpdateArrives(
        () -> {
          door.cutShort(sold, "scan");
          passed.set(door.scan(door.code(sold), "scan") instanceof CheckIn.Outcome.Passed);
        });

    Change<?> returned = door.returns(sold, new Wish.These(List.of(1)));

    assertThat(passed).isTrue();
    assertThat(returned).isInstanceOf(Change.AlreadyIn.class);
    assertThat(door.stored(sold)).isEqualTo(sold);
  }

  @Test
  void an_entry_that_came_too_late_is_taken_back_although_another_gate_wrote_meanwhile() {
    ADoor door = new ADoor(open());
    Booking.Confirmed sold = door.sold(1).getFirst();
    Booking.Cancelled cancelled = sold.cancel(door.clock.instant(), Reason.EVENT_CANCELLED);
    beforeTheFirstUpdateArrives(
        () -> {
          door.ports.bookings().changeAll(List.of(new Transition(sold, cancelled, true)));
          Checkin in =
              door.ports.checkins().find(ADoor.GATE, new TicketId(sold.id(), 1)).orElseThrow();
          door.ports.checkins().change(Optional.of(in), in.and(in.latest().as(Scan.Kind.DOUBLE)));
        });

    CheckIn.Outcome scanned = door.scan(door.code(sold), "scan");

    assertThat(scanned).isInstanceOf(CheckIn.Outcome.Refused.class);
    assertThat(door.hasLetIn(sold)).isFalse();
  }

  /** Of a booking, that is, for the first scan of a ticket inserts. */
  private void beforeTheFirstUpdateArrives(Runnable others) {
    AtomicBoolean done = new AtomicBoolean();
    proxy.decide(
        message -> {
          if (message.command().equals("update") && !done.getAndSet(true)) {
            others.run();
          }
          return CuttingProxy.Fate.PASS;
        });
  }
}
