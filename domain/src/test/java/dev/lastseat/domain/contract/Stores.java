package dev.lastseat.domain.contract;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.port.store.sale.Events;
import java.util.List;

/**
 * Events and bookings of one empty store, and the clock it goes by.
 *
 * @param clock at {@link TickingClock#START}
 */
public record Stores(Events events, Bookings bookings, TickingClock clock) {

  Event add(AnEvent event) {
    Event added = event.event();
    events.add(added);
    return added;
  }

  /** Records a booking that nothing speaks against. */
  <B extends Booking.Live> B recorded(B booking) {
    Recording recording = bookings.record(booking);
    if (!(recording instanceof Recording.Recorded)) {
      throw new AssertionError("not recorded but " + recording);
    }
    return booking;
  }

  Booking.Confirmed sold(Event event, Integer... places) {
    return recorded(ABooking.of(event.id(), places).confirmed());
  }

  Booking.Pending held(Event event, Integer... places) {
    return recorded(ABooking.of(event.id(), places).pending());
  }

  TicketCounts count(Event event) {
    return bookings
        .count(List.of(event.id()), clock.instant())
        .getOrDefault(event.id(), TicketCounts.NONE);
  }
}
