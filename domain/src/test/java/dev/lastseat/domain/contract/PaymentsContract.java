package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.PaymentFacts;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.payment.Settlement;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.port.store.sale.Payments.Changing;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of payments promises. */
public abstract class PaymentsContract {
  private static final Instant NOW = TickingClock.START;
  private static final Purchase BOOKING = new Purchase.OfBooking(new BookingId("booking-1"));

  private static final EventId OPERA = new EventId("opera");
  private static final EventId JAZZ = new EventId("jazz");

  private Payments payments;
  private FactLog facts;
  private Runnable arrive;

  /**
   * An empty store, and what brings facts into its log.
   *
   * @param arrive brings into the log what has happened
   */
  public record Opened(Payments payments, FactLog facts, Runnable arrive) {}

  /** Called before each test. */
  protected abstract Opened open();

  @BeforeEach
  void openPayments() {
    Opened opened = open();
    payments = opened.payments();
    facts = opened.facts();
    arrive = opened.arrive();
  }

  private static Money euros(long cents) {
    return new Money(cents, Money.currency("EUR"));
  }

  private static Payment taken(String reference) {
    return taken(reference, NOW);
  }

  private static Payment taken(String reference, Instant at) {
    return Payment.first(captured(reference, Optional.of(BOOKING)), at);
  }

  private static ProviderEvent captured(String reference, Optional<Purchase> what) {
    return new ProviderEvent.Moved(
        new PaymentId("stripe", reference), ProviderState.CAPTURED, euros(5_000), what);
  }

  private static Payment paid(Payment payment, Instant at) {
    return payment.settled(new Settlement.Paid(BOOKING), at);
  }

  private static Payment due(Payment payment, Instant at) {
    return payment.settled(new Settlement.RefundDue("too late"), at);
  }

  private static Payment refunded(Payment payment, String refund, Money back, Instant at) {
    return payment.told(new ProviderEvent.Refunded(payment.id(), refund, back), at);
  }

  private Payment added(Payment payment) {
    assertThat(payments.add(payment)).isEmpty();
    return payment;
  }

  private Payment changed(Payment from, Payment to) {
    assertThat(payments.change(from, to)).isEqualTo(Changing.CHANGED);
    return to;
  }

  @Test
  void a_payment_is_found_as_it_was_left() {
    Payment taken = added(taken("pi_1"));
    assertThat(payments.find(taken.id())).contains(taken);

    Payment paid = changed(taken, paid(taken, NOW.plusMillis(1)));
    assertThat(payments.find(taken.id())).contains(paid);
    Payment some = changed(paid, refunded(paid, "re_1", euros(1), NOW.plusMillis(3)));
    assertThat(payments.find(taken.id())).contains(some);

    Payment other = added(taken("pi_2"));
    Payment due = changed(other, due(other, NOW.plusMillis(2)));
    assertThat(payments.find(other.id())).contains(due);
    assertThat(payments.find(new PaymentId("mollie", "pi_1"))).isEmpty();
    assertThat(payments.find(new PaymentId("stripe", "PI_1"))).isEmpty();
  }

  @Test
  void a_payment_that_is_settled_otherwise_pays_nothing_any_more_and_another_one_may() {
    Payment taken = added(taken("pi_1"));
    Payment paid = changed(taken, paid(taken, NOW.plusMillis(1)));
    Payment due = changed(paid, due(paid, NOW.plusMillis(2)));
    assertThat(payments.find(taken.id())).contains(due);

    Payment other = added(taken("pi_2"));
    changed(other, paid(other, NOW.plusMillis(3)));
    assertThat(payments.change(due, paid(due, NOW.plusMillis(4))))
        .isEqualTo(Changing.PAID_BY_ANOTHER);
  }

  @Test
  void of_those_who_use_a_reference_at_once_one_does_and_the_others_find_it() {
    List<Optional<Payment>> before =
        Race.of(10, racer -> payments.add(taken("pi_1", NOW.plusMillis(racer))));

    assertThat(before).filteredOn(Optional::isEmpty).hasSize(1);
    Payment first = payments.find(new PaymentId("stripe", "pi_1")).orElseThrow();
    assertThat(before).filteredOn(Optional::isPresent).hasSize(9).containsOnly(Optional.of(first));
  }

  @Test
  void a_change_of_what_somebody_else_changed_meanwhile_does_not_happen() {
    Payment taken = added(taken("pi_1"));
    changed(taken, due(taken, NOW));

    assertThat(payments.change(taken, paid(taken, NOW))).isEqualTo(Changing.STALE);
  }

  @Test
  void a_booking_is_paid_by_one_payment_whoever_tries_at_once() {
    List<Payment> taken = Race.of(5, racer -> added(taken("pi_" + racer)));
    List<Changing> changes =
        Race.of(5, racer -> payments.change(taken.get(racer), paid(taken.get(racer), NOW)));

    assertThat(changes).containsOnlyOnce(Changing.CHANGED);
    assertThat(changes).containsOnly(Changing.CHANGED, Changing.PAID_BY_ANOTHER);
  }

  @Test
  void of_fifty_refunds_at_once_no_more_count_than_the_money_that_was_taken() {
    Payment taken = added(taken("pi_1"));
    Race.of(50, racer -> refund(taken.id(), "re_" + racer));

    Payment left = payments.find(taken.id()).orElseThrow();
    assertThat(left.given().byName()).hasSize(16);
    assertThat(left.left()).isEqualTo(euros(200));
  }

  private boolean refund(PaymentId id, String refund) {
    while (true) {
      Payment seen = payments.find(id).orElseThrow();
      Payment next = refunded(seen, refund, euros(300), NOW);
      if (next.equals(seen) || payments.change(seen, next) == Changing.CHANGED) {
        return true;
      }
    }
  }

  @Test
  void what_is_heard_of_a_payment_before_anybody_says_what_it_is_for_is_kept() {
    PaymentId id = new PaymentId("stripe", "pi_1");
    Payment early = added(Payment.first(new ProviderEvent.Refunded(id, "re_1", euros(1)), NOW));
    Payment unmatched = changed(early, early.told(captured("pi_1", Optional.empty()), NOW));
    assertThat(payments.find(id)).contains(unmatched);
    assertThat(listed(Optional.of(PaymentStatus.UNMATCHED), Optional.empty()))
        .containsExactly(unmatched);

    Purchase order = new Purchase.OfOrder(new OrderId("order-1"));
    changed(unmatched, unmatched.told(captured("pi_1", Optional.of(order)), NOW));
    assertThat(payments.find(id).flatMap(Payment::purchase)).contains(order);
    assertThat(listed(Optional.of(PaymentStatus.CAPTURED), Optional.empty())).hasSize(1);
  }

  @Test
  void payments_are_listed_by_how_they_stand_and_since_when_the_newest_first() {
    Payment old = added(taken("pi_1", NOW));
    Payment due = added(taken("pi_2", NOW.plusMillis(1)));
    due = changed(due, due(due, NOW.plusMillis(5)));
    Payment young = added(taken("pi_3", NOW.plusMillis(2)));

    assertThat(listed(Optional.empty(), Optional.empty())).containsExactly(young, due, old);
    assertThat(listed(Optional.of(PaymentStatus.CAPTURED), Optional.empty()))
        .containsExactly(young, old);
    assertThat(listed(Optional.of(PaymentStatus.REFUND_DUE), Optional.empty()))
        .containsExactly(due);
    assertThat(listed(Optional.empty(), Optional.of(NOW.plusMillis(1))))
        .containsExactly(young, due);
    assertThat(listed(Optional.of(PaymentStatus.CAPTURED), Optional.of(NOW.plusMillis(1))))
        .containsExactly(young);
  }

  @Test
  void payments_are_listed_by_each_event_that_is_sold_with_them() {
    Payment both = added(taken("pi_1", NOW).about(List.of(OPERA, JAZZ)));
    Payment one = added(taken("pi_2", NOW.plusMillis(1)).about(List.of(OPERA)));
    PaymentId id = new PaymentId("stripe", "pi_3");
    ProviderEvent untold = captured("pi_3", Optional.empty());
    Payment unmatched = added(Payment.first(untold, NOW.plusMillis(2)));
    assertThat(payments.find(both.id())).contains(both);
    assertThat(of(OPERA, Optional.empty())).containsExactly(one, both);
    assertThat(of(JAZZ, Optional.empty())).containsExactly(both);

    Payment due = changed(both, due(both, NOW.plusMillis(3)));
    Payment told = unmatched.told(captured("pi_3", Optional.of(BOOKING)), NOW.plusMillis(4));
    Payment matched = changed(unmatched, told.about(List.of(JAZZ)));
    assertThat(payments.find(id)).contains(matched);
    assertThat(of(JAZZ, Optional.empty())).containsExactly(matched, due);
    assertThat(of(JAZZ, Optional.of(PaymentStatus.REFUND_DUE))).containsExactly(due);
    assertThat(of(OPERA, Optional.of(PaymentStatus.CAPTURED))).containsExactly(one);
    assertThat(listed(Optional.of(JAZZ), Optional.empty(), Optional.of(NOW.plusMillis(1))))
        .containsExactly(matched);
  }

  private List<Payment> of(EventId event, Optional<PaymentStatus> status) {
    return listed(Optional.of(event), status, Optional.empty());
  }

  private List<Payment> listed(Optional<PaymentStatus> status, Optional<Instant> since) {
    return listed(Optional.empty(), status, since);
  }

  private List<Payment> listed(
      Optional<EventId> event, Optional<PaymentStatus> status, Optional<Instant> since) {
    Page<Payment> first =
        payments.search(
            new PaymentQuery(event, status, since, new PageRequest.After(Optional.empty(), 1)));
    Page<Payment> all =
        payments.search(
            new PaymentQuery(event, status, since, new PageRequest.After(Optional.empty(), 100)));
    assertThat(all.items()).startsWith(first.items().getFirst());
    assertThat(
            payments
                .search(new PaymentQuery(event, status, since, new PageRequest.Numbered(1, 1)))
                .total())
        .contains((long) all.items().size());
    first
        .next()
        .ifPresent(
            next ->
                assertThat(
                        payments
                            .search(
                                new PaymentQuery(
                                    event,
                                    status,
                                    since,
                                    new PageRequest.After(Optional.of(next), 100)))
                            .items())
                    .containsExactlyElementsOf(all.items().subList(1, all.items().size())));
    return all.items();
  }

  @Test
  void every_change_leaves_one_fact_and_their_sum_is_the_payment() {
    Payment taken = added(taken("pi_1").about(List.of(OPERA, JAZZ)));
    payments.add(taken("pi_1"));
    Payment due = changed(taken, due(taken, NOW.plusMillis(1)));
    Payment all = refunded(due, "re_1", euros(5_000), NOW.plusMillis(2));
    changed(due, all);
    assertThat(payments.change(due, paid(due, NOW))).isEqualTo(Changing.STALE);
    arrive.run();

    List<RecordedFact> told = facts.of(StreamId.of(taken.id()));
    assertThat(told)
        .extracting(RecordedFact::fact)
        .extracting(Fact::kind)
        .containsExactly("payment.captured", "payment.refund_due", "payment.refunded");
    assertThat(StreamState.of(told).fields()).isEqualTo(PaymentFacts.fields(all));
    assertThat(StreamState.of(told).version()).isEqualTo(all.version());
  }
}
