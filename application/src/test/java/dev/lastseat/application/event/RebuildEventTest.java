package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.event.RebuildEvent.Outcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as they were. */
class RebuildEventTest {
  private static final Principal ADMIN = APrincipal.admin("root");
  private static final EventId ID = new EventId("event-1");

  private final Fakes fakes = Fakes.open();
  private final RebuildEvent rebuild =
      new RebuildEvent(fakes.events, new FakeFactLog(fakes.store), () -> {}, fakes.clock);

  /** Whatever happens, in any order; what could be seen at each instant is kept. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void an_event_is_rebuilt_as_it_was_shown_at_each_instant(long seed) {
    Random random = new Random(seed);
    fakes.add(AnEvent.published(ID.value()).places(60));
    Map<Instant, EventWithAvailability> shown = new TreeMap<>();
    for (int step = 0; step < 150; step++) {
      happen(random);
      shown.put(fakes.clock.instant(), show());
      fakes.clock.advance(Duration.ofSeconds(random.nextInt(200)));
      shown.put(fakes.clock.instant(), show());
    }

    assertThat(shown.size()).isGreaterThan(100);
    shown.forEach((at, then) -> assertThat(rebuilt(at)).as("at %s", at).isEqualTo(then));
  }

  private void happen(Random random) {
    Event event = event();
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> book(event, random);
      case 3 -> live(random).ifPresent(this::confirm);
      case 4, 5 -> live(random).ifPresent(this::cancel);
      case 6 -> expireOne();
      default -> change(event, random);
    }
  }

  private void book(Event event, Random random) {
    int total = event.details().totalTickets();
    List<Integer> free = fakes.bookings.freePlaces(ID, total, 1 + random.nextInt(3));
    if (!free.isEmpty()) {
      ABooking booking = ABooking.of(ID, free.toArray(Integer[]::new)).at(fakes.clock.instant());
      fakes.bookings.record(random.nextBoolean() ? booking.pending() : booking.confirmed());
    }
  }

  private Optional<Booking.Live> live(Random random) {
    List<Booking.Live> live =
        fakes.bookings.search(ofEvent(), fakes.clock.instant()).items().stream()
            .map(booking -> booking.asOf(fakes.clock.instant()))
            .filter(Booking.Live.class::isInstance)
            .map(Booking.Live.class::cast)
            .toList();
    return live.isEmpty() ? Optional.empty() : Optional.of(live.get(random.nextInt(live.size())));
  }

  private static BookingQuery ofEvent() {
    return BookingQuery.all(new PageRequest.Numbered(1, PageRequest.MAX_LIMIT)).of(ID);
  }

  private void confirm(Booking.Live live) {
    if (live instanceof Booking.Pending hold) {
      fakes.bookings.change(hold, hold.confirm(fakes.clock.instant()));
    }
  }

  private void cancel(Booking.Live live) {
    fakes.bookings.change(live, live.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));
  }

  private void expireOne() {
    fakes
        .bookings
        .overdue(fakes.clock.instant(), 1)
        .forEach(hold -> fakes.bookings.change(hold, hold.expire(fakes.clock.instant())));
  }

  /** Larger, smaller, or with an earlier date, at which some holds end. */
  private void change(Event event, Random random) {
    EventChange change = EventChange.of(event.details());
    Instant now = fakes.clock.instant();
    EventChange changed =
        random.nextInt(3) == 0
            ? change.on(now.plusSeconds(600 + random.nextInt(3_000)))
            : change.places(40 + random.nextInt(30));
    fakes.events.update(event.change(changed.details(), now));
  }

  private Event event() {
    return fakes.events.find(ID).orElseThrow();
  }

  private EventWithAvailability show() {
    Instant now = fakes.clock.instant();
    TicketCounts counts = fakes.count(List.of(ID)).getOrDefault(ID, TicketCounts.NONE);
    Event event = event();
    return EventWithAvailability.of(
        event, Availability.of(event, new Counted(counts, now), now), now);
  }

  private EventWithAvailability rebuilt(Instant at) {
    if (rebuild.handle(ID, at, ADMIN) instanceof Outcome.Rebuilt(EventWithAvailability event)) {
      return event;
    }
    throw new AssertionError("nothing at " + at);
  }

  @Test
  void there_was_none_before_it_was_created_and_there_is_none_since_it_was_deleted() {
    Event event = fakes.add(AnEvent.published(ID.value()));
    fakes.clock.advance(Duration.ofMinutes(1));
    Instant deleted = fakes.clock.instant();
    fakes.events.delete(event, deleted);

    assertThat(handle(TickingClock.START.minusMillis(1))).isEqualTo(new Outcome.NotThere());
    assertThat(handle(TickingClock.START)).isInstanceOf(Outcome.Rebuilt.class);
    assertThat(handle(deleted.minusMillis(1))).isInstanceOf(Outcome.Rebuilt.class);
    assertThat(handle(deleted)).isEqualTo(new Outcome.NotThere());
  }

  @Test
  void nobody_is_told_of_the_future() {
    fakes.add(AnEvent.published(ID.value()));
    assertThat(handle(fakes.clock.instant())).isInstanceOf(Outcome.Rebuilt.class);
    assertThatThrownBy(() -> handle(fakes.clock.instant().plusMillis(1)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("must not be in the future");
  }

  @Test
  void only_who_runs_it_is_told() {
    fakes.add(AnEvent.published(ID.value()));
    Principal other = APrincipal.with("other", Role.ORGANISER);
    Principal owner = APrincipal.with(AnEvent.ORGANISER.value(), Role.ORGANISER);

    assertThat(rebuild.handle(ID, TickingClock.START, other)).isEqualTo(new Outcome.NotFound());
    assertThat(rebuild.handle(new EventId("none"), TickingClock.START, ADMIN))
        .isEqualTo(new Outcome.NotFound());
    assertThat(rebuild.handle(ID, TickingClock.START, owner)).isInstanceOf(Outcome.Rebuilt.class);
  }

  @Test
  void more_bookings_than_are_read_at_once_are_counted_all() {
    Event event = fakes.add(AnEvent.published(ID.value()).places(1_050));
    IntStream.rangeClosed(1, 1_050)
        .forEach(place -> fakes.bookings.record(ABooking.of(event.id(), place).confirmed()));

    assertThat(rebuilt(TickingClock.START).availability().confirmedTickets()).isEqualTo(1_050);
  }

  private Outcome handle(Instant at) {
    return rebuild.handle(ID, at, ADMIN);
  }
}
