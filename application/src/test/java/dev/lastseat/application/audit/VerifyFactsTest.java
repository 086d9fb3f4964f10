package dev.lastseat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fake.FakeSealedTree;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import java.util.Collections;
import java.util.List;
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

    VerifyFacts.Stores stores =
        new VerifyFacts.Stores(
            fakes.events, fakes.bookings, fakes.orders, late, arrive, new FakeSealedTree());

    assertThat(new VerifyFacts(stores, sealed.signer, fakes.clock).handle(List.of()).differences())
        .isEmpty();
    assertThat(late.facts).hasSize(5);
  }
}
