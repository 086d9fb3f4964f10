package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.CancelOrder.Command;
import dev.lastseat.application.order.ConfirmOrder;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeAvailabilityCache;
import dev.lastseat.domain.fake.FakeCheckins;
import dev.lastseat.domain.fake.FakeFirstPages;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.user.Principal;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * An order is given back as a whole or not at all, wherever the process ends: before its first
 * write, and after each of them in turn.
 */
public abstract class OrderCancellationContract {
  private static final Set<String> WRITES = Set.of("add", "cancel", "change");
  private static final int MANY = 20;
  private static final Principal ADA = APrincipal.user("ada");

  private final TickingClock clock = new TickingClock();
  private Ports ports;

  /** The stores, which outlive every process; empty, and by the clock's beginning. */
  public record Ports(Events events, Bookings bookings, Orders orders, Jobs jobs) {}

  /** Called before each test. */
  protected abstract Ports open();

  @BeforeEach
  void openStores() {
    ports = open();
  }

  /** One process, which ends when it is about to write once more than it may. */
  private final class Process extends MortalProcess {
    Process(int writes) {
      super(WRITES, writes);
    }

    @Override
    Object call(Object port, Method method, Object[] arguments) throws Throwable {
      return method.getName().equals("changeAll")
          ? oneByOne((Collection<?>) arguments[0])
          : super.call(port, method, arguments);
    }

    /** As a store may do it that writes one booking at a time. */
    private List<Transition> oneByOne(Collection<?> transitions) {
      return transitions.stream()
          .map(Transition.class::cast)
          .filter(
              one -> {
                count(true);
                return ports.bookings().change(one.from(), one.to());
              })
          .toList();
    }

    private final Bookings bookings = mortal(Bookings.class, ports.bookings());
    private final FindOrder find =
        new FindOrder(
            ports.orders(),
            bookings,
            new FindBooking(bookings, ports.events(), new FakeUsers(new FakeStore()), clock));
    private final BookingChanges changes =
        new BookingChanges(
            bookings,
            new FakePlaceHints(clock),
            new FakeAvailabilityCache(clock, Duration.ofSeconds(5)),
            new FakeFirstPages(clock),
            clock);
    private final CancelOrder cancel =
        new CancelOrder(
            mortal(Orders.class, ports.orders()),
            find,
            changes,
            new FakeCheckins(new FakeStore()),
            new JobQueue(mortal(Jobs.class, ports.jobs()), () -> {}),
            clock);

    Change<OrderWithBookings> cancels(AnOrder order) {
      return cancel.handle(new Command(order.id(), ADA, Reason.NOT_GIVEN));
    }

    void confirms(AnOrder order) {
      new ConfirmOrder(find, changes, clock).handle(order.id(), ADA);
    }

    /** What is due by then. */
    void works() {
      var until = clock.instant().plus(Duration.ofMinutes(1));
      var lease = new Jobs.Lease("worker", until.plusSeconds(60));
      for (ClaimedJob due : ports.jobs().claim(cancel.kind(), 10, until, lease)) {
        cancel.handle(due.job());
        ports.jobs().finish(due, until);
      }
    }
  }

  private AnOrder order(String run) {
    return AnOrder.by("ada", ABooking.key(run.hashCode()), wanted(run));
  }

  private ABooking[] wanted(String run) {
    ABooking[] wanted = new ABooking[3];
    for (int i = 0; i < wanted.length; i++) {
      Event event = AnEvent.published("event-%s-%d".formatted(run, i)).event();
      ports.events().add(event);
      wanted[i] = ABooking.of(event.id(), 1, 2);
    }
    return wanted;
  }

  private List<Booking> states(AnOrder order) {
    return order.bookings().stream()
        .map(it -> ports.bookings().find(it.id()).orElseThrow())
        .toList();
  }

  @Test
  void an_order_whose_cancellation_is_cut_short_is_given_back_as_a_whole_or_not_at_all() {
    boolean answered = false;
    int writes = 0;
    for (; !answered; writes++) {
      AnOrder order = order("run-" + writes);
      ports.orders().record(order.order(), order.bookings());
      answered = ends(writes, order);
      boolean decided = writes > 0;
      new Process(MANY).works();

      Class<?> state = decided ? Booking.Cancelled.class : Booking.Confirmed.class;
      assertThat(states(order)).hasOnlyElementsOfType(state);
      assertThat(cancelledAt(order).isPresent()).isEqualTo(decided);
      assertThat(new Process(MANY).cancels(order)).isInstanceOf(Change.Done.class);
      assertThat(states(order)).hasOnlyElementsOfType(Booking.Cancelled.class);
    }
    assertThat(writes).as("runs, of which the first were cut short").isEqualTo(6);
  }

  private Optional<Instant> cancelledAt(AnOrder order) {
    return ports.orders().find(order.id()).orElseThrow().cancelledAt();
  }

  private boolean ends(int writes, AnOrder order) {
    assertThat(writes).isLessThan(MANY);
    try {
      return new Process(writes).cancels(order) instanceof Change.Done;
    } catch (StoreUnavailable ended) {
      return false;
    }
  }

  @RepeatedTest(5)
  void an_order_that_is_cancelled_while_others_change_its_bookings_is_given_back_as_a_whole() {
    ABooking[] wanted = wanted("race");
    AnOrder order = AnOrder.by("ada", ABooking.key(1), wanted);
    ports.orders().record(order.order(), order.bookings());
    Booking.Confirmed first = (Booking.Confirmed) order.bookings().getFirst();
    Booking.Confirmed last = (Booking.Confirmed) order.bookings().getLast();

    Race.of(
        List.of(
            () -> new Process(MANY).cancels(order),
            () -> new Process(MANY).cancels(order),
            () -> ports.bookings().change(first, ABooking.returned(first, clock.instant(), 2)),
            () ->
                ports
                    .bookings()
                    .change(last, last.cancel(clock.instant(), Reason.EVENT_CANCELLED))));

    assertThat(states(order)).hasOnlyElementsOfType(Booking.Cancelled.class);
    assertThat(states(order)).allMatch(it -> it.returns().tickets().equals(List.of(1, 2)));
  }

  @RepeatedTest(5)
  void an_order_that_is_confirmed_and_cancelled_at_once_is_not_sold_in_part() {
    AnOrder order = AnOrder.held(wanted("held"));
    ports.orders().record(order.order(), order.bookings());
    Principal owner = APrincipal.user(order.user().value());

    Race.of(
        List.of(
            () -> {
              new Process(MANY).confirms(order);
              return true;
            },
            () ->
                new Process(MANY).cancel.handle(new Command(order.id(), owner, Reason.NOT_GIVEN))));

    assertThat(states(order)).hasOnlyElementsOfType(Booking.Cancelled.class);
  }
}
