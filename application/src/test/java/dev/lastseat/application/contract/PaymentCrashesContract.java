package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingFactory;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.claim.AllowanceFinder;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.claim.BuyerRule;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.claim.PlaceFinder;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.application.order.ConfirmOrder;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.application.payment.HoldAgain;
import dev.lastseat.application.payment.NotePayment;
import dev.lastseat.application.payment.Purchases;
import dev.lastseat.application.payment.SettlePayment;
import dev.lastseat.application.payment.SettlePayments;
import dev.lastseat.application.payment.TakePayment;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fake.FakeAvailabilityCache;
import dev.lastseat.domain.fake.FakeEventCache;
import dev.lastseat.domain.fake.FakeFirstPages;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is paid is sold once, and no money is forgotten, wherever the process ends: before its first
 * write, and after each of them in turn.
 */
public abstract class PaymentCrashesContract {
  private static final Set<String> WRITES = Set.of("add", "change", "changeAll", "record");
  private static final int MANY = 20;
  private static final Money FIFTY = new Money(5_000, Money.currency("EUR"));

  private final TickingClock clock = new TickingClock();
  private final Random random = new Random(7);
  private Ports ports;

  /** The stores, which outlive every process; empty, and by the clock's beginning. */
  public record Ports(
      Events events, Bookings bookings, Orders orders, Payments payments, FactLog facts) {}

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

    private final Bookings bookings = mortal(Bookings.class, ports.bookings());
    private final Orders orders = mortal(Orders.class, ports.orders());
    private final Payments payments = mortal(Payments.class, ports.payments());
    private final FindBooking find =
        new FindBooking(bookings, ports.events(), new FakeUsers(new FakeStore()), clock);
    private final FindOrder findOrder = new FindOrder(orders, bookings, find);
    private final FakePlaceHints hints = new FakePlaceHints(clock);
    private final BookingChanges changes =
        new BookingChanges(
            bookings,
            hints,
            new FakeAvailabilityCache(clock, Duration.ofSeconds(5)),
            new FakeFirstPages(clock),
            clock);
    private final EventReader reader = new EventReader(ports.events(), new FakeEventCache());
    private final ClaimFinder claims =
        new ClaimFinder(
            reader,
            new PlaceFinder(hints, bookings, reader, changes, clock),
            new AllowanceFinder(bookings, changes, random),
            BuyerRule.ANYBODY,
            clock);
    private final BookingFactory factory = new BookingFactory(clock, random, ABooking.HOLD);
    private final Purchases purchases = new Purchases(find, findOrder);
    private final SettlePayment settle =
        new SettlePayment(
            payments,
            purchases,
            new ConfirmBooking(find, changes, clock),
            new ConfirmOrder(findOrder, changes, clock),
            new HoldAgain(
                new BookTickets(claims, bookings, factory, changes, find),
                new PlaceOrder(claims, orders, factory, changes, findOrder),
                changes,
                ports.facts()),
            clock);

    TakePayment.Outcome takes(Purchase purchase, PaymentId payment) {
      return new TakePayment(
              payments, purchases, new NotePayment(payments, purchases, clock), settle)
          .handle(new TakePayment.Command(purchase, APrincipal.admin("root"), payment, FIFTY));
    }

    int settles() {
      return new SettlePayments(payments, settle).handle();
    }
  }

  private Event event(String id) {
    Event event = AnEvent.published(id).terms(Terms.USUAL.confirmedBy(ConfirmedBy.SERVER)).event();
    ports.events().add(event);
    return event;
  }

  /** What is held at a price, and its bookings. */
  private record Held(Purchase purchase, List<BookingId> bookings) {}

  private Held booking(String run) {
    Booking.Pending hold = ABooking.of(event(run).id(), 1, 2).pending();
    ports.bookings().record(hold);
    return new Held(new Purchase.OfBooking(hold.id()), List.of(hold.id()));
  }

  private Held order(String run) {
    EventId first = event(run + "-a").id();
    EventId second = event(run + "-b").id();
    AnOrder order = AnOrder.held(ABooking.of(first, 1), ABooking.of(second, 1));
    ports.orders().record(order.order(), order.bookings());
    return new Held(new Purchase.OfOrder(order.id()), order.order().bookings());
  }

  @Test
  void a_booking_cut_short_while_it_is_paid_is_sold_once_or_not_paid() {
    assertPaidOrNothing(this::booking);
  }

  @Test
  void an_order_cut_short_while_it_is_paid_is_sold_as_a_whole_or_not_paid() {
    assertPaidOrNothing(this::order);
  }

  @Test
  void a_booking_cut_short_while_it_is_paid_too_late_is_made_up_for_once() {
    assertMadeUpForOnce(this::booking, 2);
  }

  @Test
  void an_order_cut_short_while_it_is_paid_too_late_is_made_up_for_once_as_a_whole() {
    assertMadeUpForOnce(this::order, 1);
  }

  private void assertMadeUpForOnce(Function<String, Held> holding, int places) {
    boolean answered = false;
    for (int writes = 0; !answered; writes++) {
      Held held = holding.apply("run-" + writes);
      PaymentId id = new PaymentId("stripe", "pi_" + writes);
      clock.advance(ABooking.HOLD);
      answered = ends(writes, process -> process.takes(held.purchase(), id));
      for (int more = 0; !ends(more, Process::settles); more++) {
        assertThat(more).isLessThan(MANY);
      }
      new Process(MANY).takes(held.purchase(), id);
      assertThat(ports.payments().find(id).map(Payment::status)).contains(PaymentStatus.PAID);
      assertThat(states(held)).hasOnlyElementsOfType(Booking.Expired.class);
      for (BookingId ended : held.bookings()) {
        EventId event = ports.bookings().find(ended).orElseThrow().details().eventId();
        assertThat(ports.bookings().count(List.of(event), clock.instant()).get(event))
            .isEqualTo(new TicketCounts(places, 0));
      }
    }
  }

  private void assertPaidOrNothing(Function<String, Held> holding) {
    boolean answered = false;
    int writes = 0;
    for (; !answered; writes++) {
      Held held = holding.apply("run-" + writes);
      PaymentId id = new PaymentId("stripe", "pi_" + writes);
      answered = ends(writes, process -> process.takes(held.purchase(), id));
      for (int more = 0; !ends(more, Process::settles); more++) {
        assertThat(more).isLessThan(MANY);
      }
      assertNothingIsForgotten(held, id);
      new Process(MANY).takes(held.purchase(), id);
      assertThat(ports.payments().find(id).map(Payment::status)).contains(PaymentStatus.PAID);
      assertThat(states(held)).hasOnlyElementsOfType(Booking.Confirmed.class);
    }
    assertThat(writes).as("runs, of which the first was cut short").isGreaterThan(3);
  }

  /** Whether the process ended its work before it ended. */
  private boolean ends(int writes, Function<Process, ?> work) {
    assertThat(writes).isLessThan(MANY);
    try {
      var _ = work.apply(new Process(writes));
      return true;
    } catch (StoreUnavailable ended) {
      return false;
    }
  }

  /** Money that is noted is settled, and what is sold has its money. */
  private void assertNothingIsForgotten(Held held, PaymentId id) {
    Optional<Payment> noted = ports.payments().find(id);
    if (noted.isPresent()) {
      assertThat(noted.get().pays()).contains(held.purchase());
      assertThat(states(held)).hasOnlyElementsOfType(Booking.Confirmed.class);
    } else {
      assertThat(states(held)).hasOnlyElementsOfType(Booking.Pending.class);
    }
  }

  private List<Booking> states(Held held) {
    return held.bookings().stream().map(id -> ports.bookings().find(id).orElseThrow()).toList();
  }
}
