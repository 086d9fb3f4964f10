package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.cancel.CancelBookingsOfCancelledEvents;
import dev.lastseat.application.booking.cancel.LetIn;
import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.cancel.ReturnTickets.Wish;
import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckIn.Refusal;
import dev.lastseat.application.checkin.CheckinLists;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.ticket.SignedCodes;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeAvailabilityCache;
import dev.lastseat.domain.fake.FakeFirstPages;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fake.FakeSigningKey;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeTokenHasher;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that are scanned in the same moment in which they are given back or passed on. */
public abstract class DoorRacesContract {
  private static final int PAIRS = 50;
  private static final Principal BOSS = APrincipal.admin("boss");
  private static final CheckinListId GATE = new CheckinListId("gate");

  private final TickingClock clock = new TickingClock();
  private Ports ports;
  private Event event;

  /** The stores; empty, and by the clock's beginning. */
  public record Ports(
      Events events, Bookings bookings, Orders orders, Tickets tickets, Checkins checkins) {}

  /** Called before each test. */
  protected abstract Ports open();

  @BeforeEach
  void openStores() {
    ports = open();
    event = AnEvent.published().event();
    ports.events().add(event);
    ports
        .checkins()
        .add(
            new CheckinList(
                GATE,
                event.id(),
                "North",
                false,
                Optional.empty(),
                Optional.empty(),
                clock.instant()));
  }

  @Test
  void a_ticket_that_is_scanned_and_given_back_at_once_lets_somebody_in_or_is_given_back() {
    List<Booking.Confirmed> sold = sold();

    var results = race(sold, one -> returns(one, new Wish.These(List.of(1))));

    assertEitherLetInOrGivenBack(sold, results);
    assertThat(sold).allMatch(it -> stored(it) instanceof Booking.Confirmed);
  }

  @Test
  void whoever_gives_any_ticket_back_keeps_the_one_that_is_scanned_at_once() {
    List<Booking.Confirmed> sold = sold();

    var results = race(sold, one -> returns(one, new Wish.Any(new Quantity(1))));

    assertEitherLetInOrGivenBack(sold, results);
    assertThat(sold).allMatch(it -> stored(it).returns().tickets().size() == 1);
  }

  @Test
  void a_ticket_lets_somebody_in_although_another_of_its_booking_is_given_back_at_once() {
    List<Booking.Confirmed> sold = sold();

    var results = race(sold, one -> returns(one, new Wish.These(List.of(2))));

    assertThat(results).hasSize(PAIRS).containsOnly(true);
    assertThat(sold).allMatch(it -> stored(it).returns().tickets().equals(List.of(2)));
  }

  @Test
  void a_ticket_stays_whose_scan_was_cut_short_until_that_is_undone() {
    Booking.Confirmed one = sold().getFirst();
    var scan = new Scan(Scan.Kind.ENTRY, "half", clock.instant(), "user:boss", Optional.empty());
    Checkin half = Checkin.first(GATE, new TicketId(one.id(), 1), scan);
    ports.checkins().change(Optional.empty(), half);

    assertThat(returns(one, new Wish.These(List.of(1)))).isInstanceOf(Change.AlreadyIn.class);
    ports.checkins().change(Optional.of(half), half.takenBack());
    assertThat(returns(one, new Wish.These(List.of(1)))).isInstanceOf(Change.Done.class);
  }

  @Test
  void a_booking_that_is_cancelled_while_its_ticket_is_scanned_stands_or_let_nobody_in() {
    List<Booking.Confirmed> sold = sold();

    var results =
        race(
            sold,
            one ->
                new CancelBooking(find(), changes(), letIn(), clock)
                    .handle(new CancelBooking.Command(one.id(), BOSS, Reason.NOT_GIVEN)));

    assertEitherLetInOrGivenBack(sold, results);
  }

  @Test
  void an_order_that_is_cancelled_while_a_ticket_of_it_is_scanned_keeps_that_or_let_nobody_in() {
    List<AnOrder> orders = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      AnOrder order = AnOrder.of(ABooking.of(event.id(), 2 * i + 1, 2 * i + 2));
      ports.orders().record(order.order(), order.bookings());
      orders.add(order);
    }
    List<Booking.Confirmed> sold =
        orders.stream().map(it -> (Booking.Confirmed) it.bookings().getFirst()).toList();
    CancelOrder cancel =
        new CancelOrder(
            ports.orders(),
            new FindOrder(ports.orders(), ports.bookings(), find()),
            changes(),
            letIn(),
            new JobQueue(new FakeJobs(new FakeStore()), () -> {}),
            clock);

    var results =
        race(
            sold,
            one ->
                cancel.handle(
                    new CancelOrder.Command(
                        one.details().order().orElseThrow(), BOSS, Reason.NOT_GIVEN)));

    assertEitherLetInOrGivenBack(sold, results);
  }

  @Test
  void an_event_that_is_cancelled_takes_all_tickets_back_and_lets_nobody_in_any_more() {
    List<Booking.Confirmed> sold = sold();
    List<String> codes = sold.stream().map(this::code).toList();
    ports.events().update(event.cancel(clock.instant()));
    CancelBookingsOfCancelledEvents cancel =
        new CancelBookingsOfCancelledEvents(ports.bookings(), changes(), clock);

    var results = race(sold, _ -> cancel.handle());
    cancel.handle();

    assertThat(sold).allMatch(it -> stored(it) instanceof Booking.Cancelled);
    for (int i = 0; i < PAIRS; i++) {
      assertThat(hasLetIn(sold.get(i))).isEqualTo(results.get(i));
      assertThat(refused(codes.get(i))).isEqualTo(Refusal.CANCELLED);
    }
  }

  @Test
  void a_ticket_that_is_passed_on_while_its_code_is_scanned_lets_one_in_and_no_other_code_does() {
    List<Booking.Confirmed> sold = sold();
    List<String> before = sold.stream().map(this::code).toList();

    var results =
        race(
            sold,
            one -> {
              TicketId ticket = new TicketId(one.id(), 1);
              ports.tickets().reissue(ticket, event.id(), clock.instant());
              ports.tickets().name(ticket, event.id(), visitor(), clock.instant());
            });

    for (int i = 0; i < PAIRS; i++) {
      assertThat(refused(before.get(i))).isEqualTo(Refusal.REVOKED);
      CheckIn.Outcome other = scan(code(sold.get(i)), "other");
      assertThat(other instanceof CheckIn.Outcome.Passed).isNotEqualTo(results.get(i));
    }
  }

  private static Optional<Visitor> visitor() {
    return Optional.of(new Visitor("Grace", Optional.empty(), Answers.NONE));
  }

  private List<Booking.Confirmed> sold() {
    List<Booking.Confirmed> sold =
        IntStream.range(0, PAIRS)
            .mapToObj(i -> ABooking.of(event.id(), 2 * i + 1, 2 * i + 2).confirmed())
            .toList();
    sold.forEach(ports.bookings()::record);
    return sold;
  }

  /** Scans the first ticket of each, while that is done to it; answers who was let in. */
  private List<Boolean> race(List<Booking.Confirmed> sold, Consumer<Booking.Confirmed> other) {
    List<String> codes = sold.stream().map(this::code).toList();
    return Race.<Boolean>ofTwo(
            sold.size(),
            (runner, round) -> {
              if (runner == 0) {
                return scan(codes.get(round), "scan") instanceof CheckIn.Outcome.Passed;
              }
              other.accept(sold.get(round));
              return false;
            })
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private void assertEitherLetInOrGivenBack(List<Booking.Confirmed> sold, List<Boolean> letIn) {
    for (int i = 0; i < sold.size(); i++) {
      boolean givenBack = stored(sold.get(i)).returns().tickets().contains(1);
      assertThat(hasLetIn(sold.get(i))).as("let in, pair " + i).isEqualTo(letIn.get(i));
      assertThat(letIn.get(i) && givenBack).as("let in and given back, pair " + i).isFalse();
    }
  }

  private Booking stored(Booking booking) {
    return ports.bookings().find(booking.id()).orElseThrow();
  }

  private boolean hasLetIn(Booking booking) {
    return ports.checkins().of(List.of(booking.id())).stream().anyMatch(Checkin::isStanding);
  }

  private String code(Booking booking) {
    return codes().codesOf(booking).getFirst().value();
  }

  private CheckIn.Outcome scan(String code, String nonce) {
    CheckinLists lists = new CheckinLists(ports.checkins(), ports.events(), clock, new Random(7));
    return new CheckIn(lists, ports.bookings(), codes(), ports.checkins(), clock)
        .handle(new CheckIn.Command(GATE, code, false, nonce), BOSS);
  }

  private Refusal refused(String code) {
    return ((CheckIn.Outcome.Refused) scan(code, "late")).why();
  }

  private Change<BookingWithEvent> returns(Booking one, Wish wish) {
    return new ReturnTickets(find(), changes(), letIn(), clock)
        .handle(new ReturnTickets.Command(one.id(), BOSS, wish, Optional.empty()));
  }

  private TicketCodes codes() {
    return new TicketCodes(
        ports.tickets(),
        new FakeTokenHasher(),
        new SignedCodes(new FakeSigningKey("tickets"), ports.events()),
        TicketCodes.Kind.SHORT);
  }

  private FindBooking find() {
    return new FindBooking(ports.bookings(), ports.events(), new FakeUsers(new FakeStore()), clock);
  }

  private LetIn letIn() {
    return new LetIn(ports.checkins());
  }

  private BookingChanges changes() {
    return new BookingChanges(
        ports.bookings(),
        new FakePlaceHints(clock),
        new FakeAvailabilityCache(clock, Duration.ofSeconds(5)),
        new FakeFirstPages(clock),
        clock);
  }
}
