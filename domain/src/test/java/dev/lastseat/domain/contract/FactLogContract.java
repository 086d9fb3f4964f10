package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises of what happened: it is told once, and in the step that did it. */
public abstract class FactLogContract implements AccountFactsContract {
  private FactStores opened;

  /** Empty stores; called before each test. */
  protected abstract FactStores open();

  @BeforeEach
  void openStores() {
    opened = open();
  }

  private Stores stores() {
    return opened.stores();
  }

  private List<RecordedFact> recorded(StreamId stream) {
    return opened.arrived().of(stream);
  }

  @Override
  public FactStores opened() {
    return opened;
  }

  private List<Fact> facts(StreamId stream) {
    return opened.facts(stream);
  }

  private List<String> kinds(StreamId stream) {
    return opened.kinds(stream);
  }

  private void assertTold(Booking booking) {
    StreamState state = StreamState.of(recorded(StreamId.of(booking.id())));
    assertThat(stores().bookings().find(booking.id())).contains(booking);
    assertThat(state.fields()).isEqualTo(BookingFacts.fields(booking));
  }

  @Test
  void a_new_booking_is_told_with_all_that_is_known_of_it() {
    Event event = stores().add(AnEvent.published());
    Booking.Pending held = stores().held(event, 3, 4, 6);

    Fact fact = facts(StreamId.of(held.id())).getFirst();
    assertThat(fact.kind()).isEqualTo("booking.held");
    assertThat(fact.version()).isEqualTo(1);
    assertThat(fact.at()).isEqualTo(held.details().bookedAt());
    assertThat(fact.id()).isEqualTo("booking:" + held.id().value() + "/1");
    assertThat(fact.data())
        .isEqualTo(BookingFacts.fields(held))
        .contains(entry("places", "3-4,6"), entry("unitPrice", "25.00"), entry("quantity", "3"));
  }

  @Test
  void each_state_is_told_by_what_it_changes() {
    Event event = stores().add(AnEvent.published());
    Booking.Pending held = stores().held(event, 1);
    Booking.Confirmed sold = held.confirm(SOON);
    stores().bookings().change(held, sold);
    Booking.Cancelled cancelled =
        sold.cancel(SOON.plusSeconds(9), new Reason("So \"sorry\" \\o/\n"));
    stores().bookings().change(sold, cancelled);

    List<Fact> facts = facts(StreamId.of(held.id()));
    assertThat(facts).extracting(Fact::version).containsExactly(1L, 2L, 3L);
    assertThat(facts.get(1).kind()).isEqualTo("booking.confirmed");
    assertThat(facts.get(1).data())
        .containsOnly(
            entry("status", "confirmed"),
            entry("confirmedAt", SOON.toString()),
            entry("expiresAt", ""));
    assertThat(facts.get(2).kind()).isEqualTo("booking.cancelled");
    assertThat(facts.get(2).at()).isEqualTo(cancelled.cancelledAt());
    assertTold(cancelled);
  }

  @Test
  void a_sale_at_the_box_office_is_told_without_its_guest() {
    Event event = stores().add(AnEvent.published());
    Guest eve = new Guest("Eve", Optional.of(new Email("eve@example.com")));
    var sale = new BoxOfficeSale(new UserId("sam"), Optional.of(eve));
    Booking.Live sold = stores().recorded(ABooking.of(event.id(), 1).at(sale).confirmed());
    stores().bookings().forgetGuest(sold.id(), SOON);

    List<Fact> facts = facts(StreamId.of(sold.id()));
    assertThat(facts.getFirst().data()).contains(entry("seller", "sam"));
    assertThat(facts.toString()).doesNotContainIgnoringCase("eve@").doesNotContain("Eve");
    assertThat(facts.getLast().kind()).isEqualTo("booking.anonymised");
    assertTold(ABooking.withGuestForgotten(sold));
  }

  @Test
  void a_hold_expires_when_it_ended_whenever_that_was_noticed() {
    Event event = stores().add(AnEvent.published());
    Booking.Pending held = stores().held(event, 1);
    stores().bookings().change(held, held.expire(held.expiresAt().plusSeconds(50)));

    Fact last = facts(StreamId.of(held.id())).getLast();
    assertThat(last.kind()).isEqualTo("booking.expired");
    assertThat(last.at()).isEqualTo(held.expiresAt());
  }

  @Test
  void holds_that_expired_long_ago_are_forgotten_the_first_ones_first_and_their_facts_stay() {
    Event event = stores().add(AnEvent.published());
    List<Booking.Pending> holds =
        Stream.of(3, 1, 2, 4)
            .map(place -> ABooking.of(event.id(), place).pending(SOON.plusSeconds(place)))
            .toList();
    holds.forEach(stores().bookings()::record);
    holds.forEach(it -> stores().bookings().change(it, it.expire(it.expiresAt())));
    Booking.Confirmed sold = stores().sold(event, 5);
    opened.arrive().run();
    List<BookingId> told = new ArrayList<>();

    assertThat(stores().bookings().forgetExpired(SOON.plusSeconds(3), 2, told::addAll))
        .isEqualTo(2);
    assertThat(stores().bookings().find(holds.getFirst().id())).isPresent();
    assertThat(stores().bookings().forgetExpired(SOON.plusSeconds(3), 2, told::addAll))
        .isEqualTo(1);

    assertThat(stores().bookings().findAll(holds.stream().map(Booking::id).toList()))
        .containsOnlyKeys(holds.getLast().id());
    assertThat(told).isEqualTo(Stream.of(1, 2, 0).map(holds::get).map(Booking::id).toList());
    assertThat(stores().bookings().find(sold.id())).contains(sold);
    assertThat(kinds(StreamId.of(holds.getFirst().id())))
        .containsExactly("booking.held", "booking.expired");
  }

  @Test
  void of_a_hold_that_is_forgotten_at_once_all_is_told() {
    Event event = stores().add(AnEvent.published());
    Booking.Pending hold = stores().held(event, 1);
    stores().bookings().change(hold, hold.expire(hold.expiresAt()));

    stores().bookings().forgetExpired(hold.expiresAt(), 10, _ -> {});

    assertThat(kinds(StreamId.of(hold.id()))).containsExactly("booking.held", "booking.expired");
  }

  @Test
  void a_hold_of_an_order_is_not_forgotten() {
    Event event = stores().add(AnEvent.published());
    AnOrder order = AnOrder.held(ABooking.of(event.id(), 1));
    Booking.Pending hold = (Booking.Pending) order.bookings().getFirst();
    opened.orders().record(order.order(), order.bookings());
    stores().bookings().change(hold, hold.expire(hold.expiresAt()));
    opened.arrive().run();

    assertThat(stores().bookings().forgetExpired(hold.expiresAt(), 10, _ -> {})).isZero();
    assertThat(opened.orders().find(order.order().id())).contains(order.order());
  }

  @Test
  void what_was_refused_or_came_too_late_leaves_nothing() {
    Event event = stores().add(AnEvent.published());
    Booking.Pending held = stores().held(event, 1);
    Booking.Confirmed rival = ABooking.of(event.id(), 1).confirmed();
    assertThat(stores().bookings().record(rival)).isInstanceOf(Recording.PlaceTaken.class);
    stores().bookings().change(held, held.cancel(SOON, Reason.NOT_GIVEN));
    stores().bookings().change(held, held.confirm(SOON));
    stores().events().update(event.change(event.details(), SOON).change(event.details(), SOON));

    assertThat(facts(StreamId.of(rival.id()))).isEmpty();
    assertThat(kinds(StreamId.of(held.id()))).containsExactly("booking.held", "booking.cancelled");
    assertThat(kinds(StreamId.of(event.id()))).containsExactly("event.created");
  }

  @Test
  void an_event_is_told_version_by_version() {
    Event draft = stores().add(AnEvent.draft("event-1"));
    Event published = draft.publish(SOON);
    Event renamed =
        published.change(EventChange.of(draft.details()).named("Späti <b>").details(), SOON);
    Event cancelled = renamed.cancel(SOON.plusSeconds(1));
    List.of(published, renamed, cancelled).forEach(stores().events()::update);

    List<RecordedFact> facts = recorded(StreamId.of(draft.id()));
    assertThat(facts)
        .extracting(it -> it.fact().kind())
        .containsExactly("event.created", "event.published", "event.changed", "event.cancelled");
    assertThat(facts.get(2).fact().data()).containsOnly(entry("name", "Späti <b>"));
    assertThat(EventFacts.event(draft.id(), StreamState.of(facts))).isEqualTo(cancelled);
    assertThat(EventFacts.event(draft.id(), StreamState.of(facts.subList(0, 2))))
        .isEqualTo(published);
  }

  @Test
  void a_clock_that_jumps_an_hour_changes_no_order_of_a_stream() {
    Event draft = stores().add(AnEvent.draft("event-1"));
    Event ahead = draft.publish(SOON.plus(Duration.ofHours(1)));
    Event back =
        ahead.change(
            EventChange.of(draft.details()).named("Later").details(),
            SOON.minus(Duration.ofHours(1)));
    List.of(ahead, back).forEach(stores().events()::update);

    List<RecordedFact> facts = recorded(StreamId.of(draft.id()));
    assertThat(facts).extracting(it -> it.fact().version()).containsExactly(1L, 2L, 3L);
    assertThat(facts).isSortedAccordingTo(Comparator.comparing(RecordedFact::sequence));
    assertThat(facts.getLast().fact().at()).isEqualTo(SOON.minus(Duration.ofHours(1)));
    assertThat(EventFacts.event(draft.id(), StreamState.of(facts))).isEqualTo(back);
  }

  @Test
  void a_deleted_event_is_told_when_it_went() {
    Event draft = stores().add(AnEvent.draft("event-1"));
    stores().events().delete(draft, SOON);

    Fact last = facts(StreamId.of(draft.id())).getLast();
    assertThat(last.kind()).isEqualTo("event.deleted");
    assertThat(last.at()).isEqualTo(SOON);
  }

  @Test
  void a_booking_that_moves_into_a_smaller_event_is_told() {
    Event event = stores().add(AnEvent.published().places(10));
    Booking.Confirmed sold = stores().sold(event, 1, 9, 10);
    Event smaller = event.change(EventChange.of(event.details()).places(3).details(), SOON);
    stores().events().update(smaller);

    Fact moved = facts(StreamId.of(sold.id())).getLast();
    assertThat(moved.kind()).isEqualTo("booking.moved");
    assertThat(moved.data()).containsOnly(entry("places", "1-3"));
    assertThat(moved.at()).isEqualTo(SOON);
    assertTold(stores().bookings().find(sold.id()).orElseThrow());
  }

  @Test
  void a_hold_that_ends_earlier_with_its_event_is_told() {
    Event event = stores().add(AnEvent.published());
    Booking.Pending held = stores().held(event, 1);
    Booking.Pending shorter =
        stores().recorded(ABooking.of(event.id(), 2).pending(SOON.minusSeconds(30)));
    Event earlier =
        event.change(EventChange.of(event.details()).on(SOON).details(), TickingClock.START);
    stores().events().update(earlier);

    Fact shortened = facts(StreamId.of(held.id())).getLast();
    assertThat(shortened.kind()).isEqualTo("booking.shortened");
    assertThat(shortened.data()).containsOnly(entry("expiresAt", SOON.toString()));
    assertTold(stores().bookings().find(held.id()).orElseThrow());
    assertThat(kinds(StreamId.of(shorter.id()))).containsExactly("booking.held");
  }

  @Test
  void an_order_that_is_cancelled_as_a_whole_is_told_so_once() {
    Event event = stores().add(AnEvent.published());
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 1));
    opened.orders().record(order.order(), order.bookings());

    assertThat(opened.orders().cancel(order.id(), SOON)).isTrue();
    assertThat(opened.orders().cancel(order.id(), SOON.plusSeconds(1))).isFalse();
    assertThat(opened.orders().cancel(new OrderId("none"), SOON)).isFalse();
    assertThat(opened.orders().find(order.id()).flatMap(Order::cancelledAt)).contains(SOON);
    assertThat(kinds(StreamId.of(order.id()))).containsExactly("order.placed", "order.cancelled");
    assertThat(StreamState.of(recorded(StreamId.of(order.id()))).fields())
        .isEqualTo(OrderFacts.fields(opened.orders().find(order.id()).orElseThrow()));
  }

  @Test
  void an_order_is_told_with_its_bookings_or_not_at_all() {
    Event opera = stores().add(AnEvent.published());
    Event play = stores().add(AnEvent.published());
    AnOrder order = AnOrder.of(ABooking.of(opera.id(), 1), ABooking.of(play.id(), 1, 2));
    opened.orders().record(order.order(), order.bookings());
    AnOrder refused = AnOrder.of(ABooking.of(opera.id(), 2), ABooking.of(play.id(), 2));
    opened.orders().record(refused.order(), refused.bookings());

    assertThat(StreamState.of(recorded(StreamId.of(order.id()))).fields())
        .isEqualTo(OrderFacts.fields(order.order()));
    order.bookings().forEach(this::assertTold);
    assertThat(facts(StreamId.of(refused.id()))).isEmpty();
    for (Booking booking : refused.bookings()) {
      assertThat(facts(StreamId.of(booking.id()))).isEmpty();
    }
  }

  @Test
  void every_fact_names_who_caused_it() {
    Cause asked = new Cause(new Actor("user:ada"), "request-7");
    Event event = asked.during(() -> stores().add(AnEvent.published().places(3)));
    Cause bought = new Cause(new Actor("key:shop"), "request-8");
    Booking.Pending held = bought.during(() -> stores().held(event, 3));
    Event smaller = event.change(EventChange.of(event.details()).places(1).details(), SOON);
    asked.during(() -> stores().events().update(smaller));
    stores().bookings().changeAll(List.of());

    assertThat(facts(StreamId.of(event.id()))).extracting(Fact::cause).containsOnly(asked);
    assertThat(facts(StreamId.of(held.id())))
        .extracting(Fact::cause)
        .containsExactly(bought, asked);
  }

  @Test
  void the_log_is_numbered_without_gaps_and_read_in_parts() {
    Event event = stores().add(AnEvent.published());
    List<Booking.Confirmed> sold = Race.of(20, i -> stores().sold(event, i + 1));

    List<RecordedFact> all = opened.arrived().after(0, 100);
    assertThat(all)
        .extracting(RecordedFact::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
    assertThat(opened.log().head()).isEqualTo(21);
    assertThat(opened.log().after(5, 3)).isEqualTo(all.subList(5, 8));
    assertThat(opened.log().after(21, 3)).isEmpty();
    assertThat(all)
        .extracting(it -> it.fact().stream())
        .containsAll(sold.stream().map(booking -> StreamId.of(booking.id())).toList());
  }

  @Test
  void the_facts_of_many_streams_are_found_together() {
    Event event = stores().add(AnEvent.published());
    Booking.Pending held = stores().held(event, 1);
    stores().bookings().change(held, held.confirm(SOON));
    StreamId booking = StreamId.of(held.id());
    StreamId nothing = new StreamId(StreamId.BOOKING, "none");

    var found = opened.arrived().ofAll(List.of(booking, nothing));
    assertThat(found).containsOnlyKeys(booking, nothing);
    assertThat(found.get(booking)).isEqualTo(opened.log().of(booking)).hasSize(2);
    assertThat(found.get(nothing)).isEmpty();
  }

  @Test
  void the_bookings_of_an_event_are_found_by_their_first_facts() {
    Event opera = stores().add(AnEvent.published());
    Event play = stores().add(AnEvent.published());
    Booking.Pending held = stores().held(opera, 1);
    stores().sold(play, 1);
    stores().bookings().change(held, held.cancel(SOON, Reason.NOT_GIVEN));
    AnOrder order = AnOrder.of(ABooking.of(opera.id(), 2), ABooking.of(play.id(), 2));
    opened.orders().record(order.order(), order.bookings());

    FactLog log = opened.arrived();
    List<RecordedFact> first = log.bookingsOf(opera.id(), 0, 10);
    assertThat(first)
        .extracting(it -> it.fact().id())
        .containsExactlyInAnyOrder(
            StreamId.of(held.id()).text() + "/1",
            StreamId.of(order.bookings().getFirst().id()).text() + "/1");
    assertThat(log.bookingsOf(opera.id(), 0, 1)).isEqualTo(first.subList(0, 1));
    assertThat(log.bookingsOf(opera.id(), first.getFirst().sequence(), 10))
        .isEqualTo(first.subList(1, 2));
  }

  @Test
  void the_present_is_the_sum_of_the_facts_after_everything_at_once() {
    Event event = stores().add(AnEvent.published().places(40));
    List<Booking.Pending> held =
        Race.of(
            20,
            i ->
                stores()
                    .recorded(
                        ABooking.of(event.id(), i + 1)
                            .pending(TickingClock.START.plus(Duration.ofMinutes(5)))));
    Event smaller = event.change(EventChange.of(event.details()).places(20).details(), SOON);
    Race.of(
        41,
        i ->
            i == 40
                ? stores().events().update(smaller)
                : stores()
                    .bookings()
                    .change(
                        held.get(i / 2),
                        i % 2 == 0
                            ? held.get(i / 2).confirm(SOON)
                            : held.get(i / 2).cancel(SOON, Reason.NOT_GIVEN)));

    for (Booking.Pending booking : held) {
      assertTold(stores().bookings().find(booking.id()).orElseThrow());
      assertThat(kinds(StreamId.of(booking.id()))).hasSize(2);
    }
    Event now = stores().events().find(event.id()).orElseThrow();
    assertThat(now.status()).isEqualTo(EventStatus.PUBLISHED);
    assertThat(StreamState.of(recorded(StreamId.of(event.id()))).fields())
        .isEqualTo(EventFacts.fields(now));
  }
}
