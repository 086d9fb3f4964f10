package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.CheckinFacts;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of check-ins promises. */
public abstract class CheckinsContract {
  private static final Instant NOW = TickingClock.START;
  private static final CheckinListId GATE = new CheckinListId("gate");
  private static final TicketId TICKET = new TicketId(new BookingId("booking"), 2);
  private static final StreamId STREAM = StreamId.of(GATE, TICKET);

  private Opened opened;

  /**
   * An empty store.
   *
   * @param arrive brings everything that happened into the log
   */
  public record Opened(Checkins checkins, FactLog log, Runnable arrive) {}

  /** Called before each test. */
  protected abstract Opened open();

  @BeforeEach
  void openCheckins() {
    opened = open();
  }

  @Test
  void lists_are_found_as_they_were_added_those_of_an_event_oldest_first() {
    CheckinList late =
        new CheckinList(
            new CheckinListId("a"),
            new EventId("event"),
            "Süd",
            true,
            Optional.of(NOW),
            Optional.of(NOW.plusSeconds(60)),
            NOW.plusSeconds(1));
    CheckinList first = list("b", "event");
    opened.checkins().add(first);
    opened.checkins().add(late);
    opened.checkins().add(list("c", "other"));

    assertThat(opened.checkins().find(late.id())).contains(late);
    assertThat(opened.checkins().find(new CheckinListId("unknown"))).isEmpty();
    assertThat(opened.checkins().listsOf(late.event())).containsExactly(first, late);
    assertThat(state(StreamId.of(late.id())).fields()).isEqualTo(CheckinFacts.fields(late));
  }

  @Test
  void what_happened_to_a_ticket_is_found_in_its_order_and_each_of_it_leaves_a_fact() {
    Checkin in = first(GATE, "one");
    Checkin out = in.and(scan(Scan.Kind.EXIT, "two"));
    Checkin again = out.and(scan(Scan.Kind.ENTRY, "three"));
    Checkin doubled = again.and(scan(Scan.Kind.DOUBLE, "four"));

    assertThat(opened.checkins().change(Optional.empty(), in)).isTrue();
    assertThat(opened.checkins().inside(GATE)).isEqualTo(1);
    assertThat(opened.checkins().change(Optional.of(in), out)).isTrue();
    assertThat(opened.checkins().inside(GATE)).isZero();
    assertThat(opened.checkins().change(Optional.of(out), again)).isTrue();
    assertThat(opened.checkins().change(Optional.of(again), doubled)).isTrue();

    assertThat(opened.checkins().find(GATE, TICKET)).contains(doubled);
    assertThat(opened.checkins().find(new CheckinListId("other"), TICKET)).isEmpty();
    assertThat(opened.checkins().inside(GATE)).isEqualTo(1);
    assertThat(opened.checkins().inside(new CheckinListId("other"))).isZero();
    assertThat(kinds())
        .containsExactly("checkin.recorded", "checkin.left", "checkin.recorded", "checkin.doubled");
    assertThat(state(STREAM).fields()).isEqualTo(CheckinFacts.fields(doubled));
  }

  @Test
  void what_was_read_before_something_else_happened_changes_nothing() {
    Checkin in = first(GATE, "one");
    Checkin out = in.and(scan(Scan.Kind.EXIT, "two"));
    opened.checkins().change(Optional.empty(), in);
    opened.checkins().change(Optional.of(in), out);

    assertThat(opened.checkins().change(Optional.empty(), first(GATE, "three"))).isFalse();
    assertThat(opened.checkins().change(Optional.of(in), in.and(scan(Scan.Kind.EXIT, "four"))))
        .isFalse();
    assertThat(opened.checkins().find(GATE, TICKET)).contains(out);
    assertThat(kinds()).hasSize(2);
  }

  @Test
  void what_happened_to_the_tickets_of_bookings_is_found_whatever_the_list() {
    Checkin here = first(GATE, "one").and(scan(Scan.Kind.EXIT, "two"));
    Checkin there = first(new CheckinListId("other"), "three");
    TicketId elsewhere = new TicketId(new BookingId("another"), 1);
    opened.checkins().change(Optional.empty(), first(GATE, "one"));
    opened.checkins().change(Optional.of(first(GATE, "one")), here);
    opened.checkins().change(Optional.empty(), there);
    Checkin third = Checkin.first(GATE, elsewhere, scan(Scan.Kind.ENTRY, "four"));
    opened.checkins().change(Optional.empty(), third);

    assertThat(opened.checkins().of(List.of(TICKET.booking(), new BookingId("none"))))
        .containsExactlyInAnyOrder(here, there);
    assertThat(opened.checkins().of(List.of(TICKET.booking(), elsewhere.booking()))).hasSize(3);
  }

  @Test
  void of_those_who_were_not_let_pass_the_latest_of_each_list_are_kept() {
    for (int i = 0; i <= RefusedScan.MAX_PER_LIST; i++) {
      opened.checkins().refuse(GATE, refused(i));
    }

    List<RefusedScan> kept = opened.checkins().refused(GATE);
    assertThat(kept).hasSize(RefusedScan.MAX_PER_LIST);
    assertThat(kept.getFirst()).isEqualTo(refused(RefusedScan.MAX_PER_LIST));
    assertThat(kept.getLast()).isEqualTo(refused(1));
    assertThat(opened.checkins().refused(new CheckinListId("other"))).isEmpty();
  }

  private static RefusedScan refused(int number) {
    return new RefusedScan(
        NOW.plusMillis(number),
        "key:phone",
        Optional.of("Süd").filter(_ -> number % 2 == 0),
        "invalid",
        Optional.of(TICKET).filter(_ -> number % 3 == 0));
  }

  @Test
  void of_a_ticket_that_comes_and_goes_the_latest_scans_are_kept() {
    Checkin now = first(GATE, "scan");
    opened.checkins().change(Optional.empty(), now);
    for (int i = 0; i < Checkin.MAX_SCANS + 2; i++) {
      Checkin next = now.and(scan(i % 2 == 0 ? Scan.Kind.EXIT : Scan.Kind.ENTRY, "scan-" + i));
      assertThat(opened.checkins().change(Optional.of(now), next)).isTrue();
      now = next;
    }

    assertThat(now.scans()).hasSize(Checkin.MAX_SCANS);
    assertThat(opened.checkins().find(GATE, TICKET)).contains(now);
  }

  @Test
  void what_is_undone_makes_the_ticket_good_again_and_every_fact_stays() {
    Checkin first = first(GATE, "one");
    opened.checkins().change(Optional.empty(), first);

    Checkin undone = first.and(scan(Scan.Kind.UNDONE, "undo"));
    assertThat(opened.checkins().change(Optional.of(first), undone)).isTrue();
    assertThat(opened.checkins().find(GATE, TICKET)).contains(undone);
    assertThat(opened.checkins().inside(GATE)).isZero();

    Checkin second = undone.and(scan(Scan.Kind.ENTRY, "two"));
    assertThat(opened.checkins().change(Optional.of(undone), second)).isTrue();
    assertThat(opened.checkins().find(GATE, TICKET)).contains(second);
    assertThat(opened.checkins().inside(GATE)).isEqualTo(1);
    assertThat(kinds()).containsExactly("checkin.recorded", "checkin.undone", "checkin.recorded");
    assertThat(state(STREAM).fields()).isEqualTo(CheckinFacts.fields(second));
  }

  @RepeatedTest(3)
  void of_fifty_scanners_at_once_exactly_one_lets_somebody_in() {
    List<Boolean> written =
        Race.of(50, i -> opened.checkins().change(Optional.empty(), first(GATE, "scan-" + i)));

    assertThat(written).hasSize(50).containsOnlyOnce(true);
    assertThat(kinds()).containsExactly("checkin.recorded");
  }

  @RepeatedTest(3)
  void of_two_who_undo_it_at_once_one_does() {
    Checkin first = first(GATE, "one");
    opened.checkins().change(Optional.empty(), first);

    List<Boolean> undone =
        Race.of(
            8,
            i ->
                opened
                    .checkins()
                    .change(Optional.of(first), first.and(scan(Scan.Kind.UNDONE, "undo-" + i))));

    assertThat(undone).containsOnlyOnce(true);
    assertThat(kinds()).containsExactly("checkin.recorded", "checkin.undone");
  }

  @Test
  void all_come_page_by_page_each_once_and_with_its_scans() {
    Set<Checkin> all = new HashSet<>();
    for (int gate = 1; gate <= 12; gate++) {
      Checkin entered = first(new CheckinListId("gate-" + gate), "n");
      Checkin left = entered.and(scan(Scan.Kind.EXIT, "m"));
      opened.checkins().change(Optional.empty(), entered);
      opened.checkins().change(Optional.of(entered), left);
      all.add(left);
    }

    List<Checkin> read = new ArrayList<>();
    List<Checkin> page = opened.checkins().all(Optional.empty(), 5);
    while (!page.isEmpty()) {
      read.addAll(page);
      Checkin last = page.getLast();
      page = opened.checkins().all(Optional.of(StreamId.of(last.list(), last.ticket())), 5);
    }

    assertThat(read).hasSize(12).containsExactlyInAnyOrderElementsOf(all);
  }

  private static CheckinList list(String id, String event) {
    return new CheckinList(
        new CheckinListId(id),
        new EventId(event),
        "North",
        false,
        Optional.empty(),
        Optional.empty(),
        NOW);
  }

  private static Checkin first(CheckinListId list, String nonce) {
    return Checkin.first(list, TICKET, scan(Scan.Kind.ENTRY, nonce));
  }

  private static Scan scan(Scan.Kind kind, String nonce) {
    Optional<String> device = Optional.of("Süd").filter(_ -> kind == Scan.Kind.DOUBLE);
    return new Scan(kind, nonce, NOW, "key:" + nonce, device);
  }

  private StreamState state(StreamId stream) {
    opened.arrive().run();
    return StreamState.of(opened.log().of(stream));
  }

  private List<String> kinds() {
    opened.arrive().run();
    return opened.log().of(STREAM).stream().map(it -> it.fact().kind()).toList();
  }
}
