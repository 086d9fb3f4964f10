package dev.lastseat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.port.Underway;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fake.FakeSealedTree;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found when facts or the store are changed behind the program's back. */
class VerifyFactsTest {
  private final Sealed sealed = new Sealed();
  private final Fakes fakes = sealed.fakes;
  private final Event event = AnEvent.published().places(10).event();
  private final Booking.Pending hold = ABooking.of(event.id(), 1, 2).pending();
  private final Booking.Confirmed sold = ABooking.of(event.id(), 4).confirmed();

  /** Facts 1 to 5: the event, the hold, the sale, the order's booking, the order. */
  @BeforeEach
  void sell() {
    fakes.events.add(event);
    fakes.bookings.record(hold);
    fakes.bookings.record(sold);
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 7));
    fakes.orders.record(order.order(), order.bookings());
    sealed.seal();
  }

  @Test
  void what_is_as_it_was_told_is_clean_and_counted() {
    Findings findings = sealed.verify(sealed.log);

    assertThat(findings.differences()).isEmpty();
    assertThat(findings.notes()).isEmpty();
    assertThat(findings.figures())
        .isEqualTo("5 facts of 5 streams and 1 checkpoints checked, 0 differences");
  }

  @Test
  void a_deleted_event_and_a_cancelled_booking_are_clean_too() {
    fakes.bookings.change(hold, hold.expire(hold.expiresAt()));
    Event other = fakes.add(AnEvent.published());
    fakes.events.delete(other, fakes.clock.instant());

    assertThat(sealed.verify(sealed.log).differences()).isEmpty();
  }

  @Test
  void a_hold_that_nobody_bought_may_be_forgotten_and_nothing_else() {
    fakes.bookings.change(hold, hold.expire(hold.expiresAt()));
    fakes.bookings.forgetExpired(hold.expiresAt(), 10, _ -> {});
    assertThat(fakes.bookings.find(hold.id())).isEmpty();
    assertThat(sealed.verify(sealed.log).differences()).isEmpty();

    Fakes other = Fakes.open();
    other.add(AnEvent.published());

    assertThat(sealed.verify(other, sealed.log).differences())
        .contains("booking:" + sold.id().value() + ": facts tell of it, and it is not in the store")
        .noneMatch(it -> it.startsWith("booking:" + hold.id().value()));
  }

  @Test
  void of_a_clean_store_the_facts_of_each_stream_are_read_once() {
    List<StreamId> read = new ArrayList<>();
    ListedFacts counted =
        new ListedFacts(sealed.log.after(0, 100)) {
          @Override
          public Map<StreamId, List<RecordedFact>> ofAll(Collection<StreamId> streams) {
            read.addAll(streams);
            return super.ofAll(streams);
          }
        };

    assertThat(sealed.verify(counted).differences()).isEmpty();
    assertThat(read).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void a_ticket_is_held_against_its_facts() {
    TicketId ticket = new TicketId(sold.id(), 1);
    fakes.tickets.reissue(ticket, event.id(), fakes.clock.instant());
    assertThat(sealed.verify(sealed.log).differences()).isEmpty();

    ListedFacts forged = ListedFacts.of(sealed.log);
    forged.forge(5, "revision", "2");

    assertThat(sealed.verify(forged).differences())
        .containsExactly(
            "ticket:%s: revision is 2 by its facts, and 1 in the store".formatted(ticket.text()));
  }

  @Test
  void a_payment_is_held_against_its_facts() {
    PaymentId id = new PaymentId("stripe", "pi_1");
    ProviderEvent taken =
        new ProviderEvent.Moved(
            id,
            ProviderState.CAPTURED,
            new Money(5_000, Money.currency("EUR")),
            Optional.of(new Purchase.OfBooking(sold.id())));
    fakes.payments.add(Payment.first(taken, fakes.clock.instant()));
    assertThat(sealed.verify(sealed.log).differences()).isEmpty();

    ListedFacts forged = ListedFacts.of(sealed.log);
    forged.forge(5, "amount", "49");

    assertThat(sealed.verify(forged).differences())
        .containsExactly("payment:stripe:pi_1: amount is 49 by its facts, and 50.00 in the store");
  }

  @Test
  void who_was_let_in_is_held_against_its_facts_also_when_it_was_undone() {
    CheckinListId list = new CheckinListId("gate");
    TicketId ticket = new TicketId(sold.id(), 1);
    Checkin first = Checkin.first(list, ticket, scan("one"));
    Checkin undone = first.and(scan("undo").as(Scan.Kind.UNDONE));
    fakes.checkins.change(Optional.empty(), first);
    fakes.checkins.change(Optional.of(first), undone);
    assertThat(sealed.verify(sealed.log).differences()).isEmpty();

    fakes.checkins.change(Optional.of(undone), undone.and(scan("two")));
    ListedFacts forged = ListedFacts.of(sealed.log);
    forged.forge(7, "nonce", "three");

    assertThat(sealed.verify(forged).differences())
        .containsExactly(
            "checkin:gate.%s: nonce is three by its facts, and two in the store"
                .formatted(ticket.text()));
  }

  @Test
  void a_ticket_that_let_somebody_in_and_was_given_back_is_named_unless_its_event_is_cancelled() {
    TicketId ticket = new TicketId(sold.id(), 1);
    Checkin half = Checkin.first(new CheckinListId("gate"), ticket, scan("one"));
    fakes.bookings.change(sold, sold.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));
    fakes.checkins.change(Optional.empty(), half); // as a process leaves it that ends then

    assertThat(sealed.verify(sealed.log).differences())
        .containsExactly(
            "checkin:gate.%s: let somebody in by a ticket that was given back; undo it at the door"
                .formatted(ticket.text()));

    fakes.checkins.change(Optional.of(half), half.takenBack(half.latest()));
    assertThat(sealed.verify(sealed.log).differences()).isEmpty();

    fakes.checkins.change(
        Optional.of(half.takenBack(half.latest())), half.takenBack(half.latest()).and(scan("two")));
    fakes.cancelElsewhere(event);
    assertThat(sealed.verify(sealed.log).differences()).isEmpty();
  }

  private Scan scan(String nonce) {
    return new Scan(Scan.Kind.ENTRY, nonce, fakes.clock.instant(), "user:staff", Optional.empty());
  }

  @Test
  void a_forged_fact_is_named_and_so_is_the_field_that_it_changed() {
    ListedFacts forged = ListedFacts.of(sealed.log);
    forged.forge(2, "unitPrice", "1.00");

    assertThat(sealed.verify(forged).differences())
        .contains(
            "fact 3: is not the one that was sealed",
            "booking:%s: unitPrice is 1.00 by its facts, and %s in the store"
                .formatted(sold.id().value(), sold.details().unitPrice().major().toPlainString()));
  }

  @Test
  void a_dropped_fact_is_named() {
    ListedFacts dropped = ListedFacts.of(sealed.log);
    dropped.facts.remove(2);

    assertThat(sealed.verify(dropped).differences())
        .contains(
            "fact 3: is missing",
            "booking:" + sold.id().value() + ": is in the store, and no fact tells of it");
  }

  @Test
  void of_a_ticket_a_list_and_a_check_in_some_fact_must_tell() {
    Fakes other = Fakes.open();
    TicketId ticket = new TicketId(sold.id(), 1);
    CheckinListId gate = new CheckinListId("gate");
    other.events.add(event);
    other.tickets.reissue(ticket, event.id(), other.clock.instant());
    other.checkins.add(
        new CheckinList(
            gate,
            event.id(),
            "North",
            false,
            Optional.empty(),
            Optional.empty(),
            other.clock.instant()));
    other.checkins.change(Optional.empty(), Checkin.first(gate, ticket, scan("one")));

    assertThat(sealed.verify(other, sealed.log).differences())
        .contains(
            "ticket:%s: is in the store, and no fact tells of it".formatted(ticket.text()),
            "checkin-list:gate: is in the store, and no fact tells of it",
            "checkin:gate.%s: is in the store, and no fact tells of it".formatted(ticket.text()));
  }

  @Test
  void a_log_that_was_cut_off_is_told_by_the_checkpoint_that_had_more() {
    ListedFacts cut = ListedFacts.of(sealed.log);
    cut.facts.removeLast();

    assertThat(sealed.verify(cut).differences())
        .contains("checkpoint 5: is of more than the 4 facts");
  }

  @Test
  void swapped_facts_are_found() {
    ListedFacts swapped = ListedFacts.of(sealed.log);
    Fact second = swapped.facts.get(1).fact();
    swapped.replace(1, swapped.facts.get(2).fact());
    swapped.replace(2, second);

    assertThat(sealed.verify(swapped).differences())
        .containsExactly("fact 2: is not the one that was sealed");
  }

  @Test
  void a_version_that_is_missing_in_a_stream_is_named() {
    ListedFacts skipped = ListedFacts.of(sealed.log);
    Fact fact = skipped.facts.get(2).fact();
    skipped.replace(
        2, new Fact(fact.stream(), 2, fact.kind(), fact.at(), fact.cause(), fact.data()));

    assertThat(sealed.verify(skipped).differences())
        .contains(fact.stream().text() + ": its facts go on with version 2, and not 1");
  }

  @Test
  void who_rewrites_everything_is_found_by_a_checkpoint_that_was_kept_outside() {
    SignedCheckpoint kept = sealed.tree.newest().orElseThrow().signed();
    Sealed rewritten = new Sealed();
    rewritten.fakes.events.add(AnEvent.published().event());
    for (int i = 0; i < 6; i++) {
      rewritten.fakes.add(AnEvent.published());
    }
    rewritten.seal();

    assertThat(rewritten.verify(rewritten.log).differences()).isEmpty();
    assertThat(rewritten.verify(rewritten.log, kept).differences())
        .containsExactly("checkpoint 5: was signed of other facts");
    assertThat(sealed.verify(sealed.log, kept).differences()).isEmpty();
  }

  @Test
  void a_checkpoint_that_another_key_signed_is_named() {
    SignedCheckpoint strange =
        Sealed.signer("somebody else's secret").sign(5, sealed.signer.hasher().empty());

    assertThat(sealed.verify(sealed.log, strange).differences())
        .containsExactly("checkpoint 5: is not signed by " + sealed.signer.verifier().text());
  }

  @Test
  void a_booking_that_the_store_lost_and_one_that_it_made_up_are_named() {
    Fakes other = Fakes.open();
    Booking.Confirmed madeUp = ABooking.of(event.id(), 4).confirmed();
    other.events.add(event);
    other.bookings.record(hold);
    other.bookings.record(madeUp);

    assertThat(sealed.verify(other, sealed.log).differences())
        .contains(
            "booking:" + sold.id().value() + ": facts tell of it, and it is not in the store",
            "booking:" + madeUp.id().value() + ": is in the store, and no fact tells of it");
  }

  @Test
  void places_that_are_taken_otherwise_than_the_facts_tell_are_named() {
    Fakes other = Fakes.open();
    other.events.add(event);
    other.bookings.record(ABooking.moved(hold, Places.of(1, 3)));

    assertThat(sealed.verify(other, sealed.log).differences())
        .contains(
            "event:%s: by the facts of its bookings other places are taken than in the store: {2, 3}"
                .formatted(event.id().value()),
            "booking:%s: places is 1-2 by its facts, and 1,3 in the store"
                .formatted(hold.id().value()));
  }

  @Test
  void a_fact_of_a_kind_that_a_later_version_wrote_is_noted_and_not_applied() {
    ListedFacts later = ListedFacts.of(sealed.log);
    Fact known = later.facts.get(2).fact();
    Fact unknown =
        new Fact(
            known.stream(),
            2,
            "booking.refunded",
            known.at(),
            known.cause(),
            Collections.emptySortedMap());
    later.facts.add(new RecordedFact(6, unknown));

    Findings findings = sealed.verify(later);
    assertThat(findings.differences()).isEmpty();
    assertThat(findings.notes())
        .containsExactly(unknown.id() + ": is of a kind not known here: booking.refunded");
  }

  @Test
  void a_fact_that_comes_into_the_log_while_it_is_looked_for_is_no_difference() {
    List<RecordedFact> all = sealed.log.after(0, 100);
    ListedFacts late = new ListedFacts(all.subList(0, 3));
    Runnable arrive =
        () -> late.facts.addAll(all.subList(late.facts.size(), Math.min(5, late.facts.size() + 1)));

    assertThat(
            verify(
                fakes, late, new Underway(arrive, Optional::empty, _ -> List.of(), _ -> List.of())))
        .isEmpty();
    assertThat(late.facts).hasSize(5);
  }

  @Test
  void what_is_on_its_way_into_the_log_is_compared_like_what_is_there() {
    ListedFacts all = ListedFacts.of(sealed.log);
    all.forge(2, "unitPrice", "1.00");
    List<Fact> late = all.facts.subList(2, 5).stream().map(RecordedFact::fact).toList();

    assertThat(verify(all.facts.subList(0, 2), late))
        .containsExactly(
            "booking:%s: unitPrice is 1.00 by its facts, and %s in the store"
                .formatted(sold.id().value(), sold.details().unitPrice().major().toPlainString()));
  }

  @Test
  void a_fact_that_is_in_the_log_and_still_on_its_way_is_told_once() {
    List<RecordedFact> all = sealed.log.after(0, 100);

    assertThat(verify(all, all.stream().map(RecordedFact::fact).toList())).isEmpty();
  }

  private List<String> verify(List<RecordedFact> logged, List<Fact> late) {
    Underway underway =
        new Underway(
            () -> {},
            Optional::empty,
            streams -> late.stream().filter(it -> streams.contains(it.stream())).toList(),
            _ -> List.of());
    return verify(fakes, new ListedFacts(logged), underway);
  }

  @Test
  void places_that_an_order_holds_and_has_not_decided_are_taken_by_facts_too() {
    Fakes holding = Fakes.holdingOrders();
    Sealed facts = new Sealed(holding);
    holding.events.add(event);
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 7));
    holding.store.goAwayAfter(1);
    assertThatThrownBy(() -> holding.orders.record(order.order(), order.bookings()))
        .isInstanceOf(StoreUnavailable.class);
    holding.store.comeBack();
    Booking.Live held = order.bookings().getFirst();
    Change change = BookingFacts.recorded(held);
    Fact underway =
        new Fact(
            change.stream(), 1, change.kind().word(), change.at(), change.cause(), change.data());

    assertThat(verify(holding, facts.log, Underway.NOTHING))
        .containsExactly(
            "event:%s: by the facts of its bookings other places are taken than in the store: {7}"
                .formatted(event.id().value()));
    assertThat(
            verify(
                holding,
                facts.log,
                new Underway(
                    () -> {}, Optional::empty, _ -> List.of(underway), _ -> List.of(held.id()))))
        .isEmpty();
  }

  private List<String> verify(Fakes stores, FactLog log, Underway underway) {
    return new VerifyFacts(
            stores.all(log, new FakeSealedTree()), underway, sealed.signer, stores.clock)
        .handle(List.of())
        .differences();
  }
}
