package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.TicketFacts;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of tickets promises. */
public abstract class TicketsContract {
  private static final EventId EVENT = new EventId("event");
  private static final BookingId BOOKING = new BookingId("booking");
  private static final TicketId FIRST = new TicketId(BOOKING, 1);
  private static final TicketId SECOND = new TicketId(BOOKING, 2);
  private static final Instant NOW = TickingClock.START;
  private static final Visitor ADA =
      new Visitor("Ada Lovelace", Optional.of(new Email("ada@example.com")), Answers.NONE);
  private static final Visitor BOB = new Visitor("Bob", Optional.empty(), answers("meal", "soup"));

  private Opened opened;

  /**
   * An empty store.
   *
   * @param arrive brings everything that happened into the log
   */
  public record Opened(Tickets tickets, FactLog log, Runnable arrive) {}

  /** Called before each test. */
  protected abstract Opened open();

  @BeforeEach
  void openTickets() {
    opened = open();
  }

  @Test
  void a_ticket_that_nothing_was_done_to_is_not_known() {
    reissue(new TicketId(new BookingId("booking-2"), 1));
    reissue(new TicketId(new BookingId("bookin"), 1));

    assertThat(changed()).isEmpty();
  }

  @Test
  void each_ticket_of_a_booking_gets_codes_of_its_own() {
    reissue(FIRST);

    assertThat(reissue(FIRST)).isEqualTo(revision(FIRST, 2));
    assertThat(reissue(SECOND)).isEqualTo(revision(SECOND, 1));
    assertThat(changed()).containsExactlyInAnyOrder(revision(FIRST, 2), revision(SECOND, 1));
  }

  @Test
  void each_new_code_leaves_a_fact_and_they_add_up_to_the_ticket() {
    reissue(FIRST);
    TicketRevision last = reissue(FIRST);
    opened.arrive().run();

    List<RecordedFact> facts = opened.log().of(StreamId.of(FIRST));
    assertThat(facts)
        .extracting(RecordedFact::fact)
        .allSatisfy(fact -> assertThat(fact.kind()).isEqualTo("ticket.reissued"))
        .allSatisfy(fact -> assertThat(fact.at()).isEqualTo(NOW))
        .hasSize(2);
    assertThat(StreamState.of(facts).fields()).isEqualTo(TicketFacts.fields(last));
  }

  @RepeatedTest(3)
  void of_new_codes_at_once_each_counts() {
    Race.of(8, _ -> reissue(FIRST));

    assertThat(changed()).containsExactly(revision(FIRST, 8));
  }

  @Test
  void a_ticket_with_its_last_code_keeps_it_also_of_many_at_once() {
    for (int i = 0; i < TicketRevision.MAX - 4; i++) {
      reissue(FIRST);
    }
    Race.of(8, _ -> reissue(FIRST));
    assertThat(changed()).containsExactly(revision(FIRST, TicketRevision.MAX));

    TicketRevision adas = name(FIRST, ADA);
    assertThat(adas.visitor()).contains(ADA);
    assertThat(name(FIRST, BOB)).isEqualTo(adas);
    assertThat(reissue(FIRST)).isEqualTo(adas);
    assertThat(changed()).containsExactly(adas);
    assertThat(nameNobody(FIRST)).isEqualTo(revision(FIRST, TicketRevision.MAX));
  }

  @Test
  void a_visitor_who_is_named_first_comes_with_the_code_that_the_ticket_has() {
    TicketRevision named = name(FIRST, ADA);

    assertThat(named).isEqualTo(new TicketRevision(FIRST, EVENT, 0, Optional.of(ADA)));
    assertThat(changed()).containsExactly(named);
  }

  @Test
  void nobody_who_is_named_where_nobody_was_leaves_nothing() {
    assertThat(nameNobody(FIRST)).isEqualTo(revision(FIRST, 0));
    opened.arrive().run();

    assertThat(changed()).isEmpty();
    assertThat(opened.log().of(StreamId.of(FIRST))).isEmpty();
  }

  @Test
  void somebody_else_who_comes_gets_another_code_in_the_same_step() {
    name(FIRST, ADA);

    assertThat(name(FIRST, BOB)).isEqualTo(new TicketRevision(FIRST, EVENT, 1, Optional.of(BOB)));
    assertThat(nameNobody(FIRST)).isEqualTo(revision(FIRST, 2));
    assertThat(name(FIRST, ADA).revision()).isEqualTo(2);
  }

  @Test
  void a_code_that_is_renewed_stays_with_its_visitor() {
    name(FIRST, ADA);

    assertThat(reissue(FIRST)).isEqualTo(new TicketRevision(FIRST, EVENT, 1, Optional.of(ADA)));
  }

  @Test
  void other_answers_of_the_same_visitor_leave_the_code_as_it_is() {
    name(FIRST, ADA);
    Visitor hungry = new Visitor(ADA.name(), ADA.email(), answers("meal", "vegan, no nuts"));

    name(FIRST, hungry);

    assertThat(changed()).containsExactly(new TicketRevision(FIRST, EVENT, 0, Optional.of(hungry)));
  }

  @Test
  void naming_leaves_facts_that_do_not_tell_who_comes() {
    name(FIRST, ADA);
    name(FIRST, ADA);
    TicketRevision last = name(FIRST, BOB);
    opened.arrive().run();

    List<RecordedFact> facts = opened.log().of(StreamId.of(FIRST));
    assertThat(facts)
        .hasSize(2)
        .extracting(RecordedFact::fact)
        .allSatisfy(fact -> assertThat(fact.kind()).isEqualTo("ticket.named"))
        .noneSatisfy(fact -> assertThat(fact.data().toString()).contains("Ada"))
        .noneSatisfy(fact -> assertThat(fact.data().toString()).contains("example.com"));
    assertThat(StreamState.of(facts).fields()).isEqualTo(TicketFacts.fields(last));
  }

  @Test
  void visitors_are_forgotten_and_their_codes_stay_good() {
    name(FIRST, ADA);
    name(FIRST, BOB);
    name(SECOND, ADA);
    TicketId others = new TicketId(new BookingId("booking-2"), 1);
    name(others, ADA);

    opened.tickets().forgetVisitors(BOOKING, NOW);
    opened.tickets().forgetVisitors(BOOKING, NOW);
    opened.arrive().run();

    assertThat(changed()).containsExactlyInAnyOrder(revision(FIRST, 1), revision(SECOND, 0));
    assertThat(opened.log().of(StreamId.of(SECOND))).hasSize(2);
    assertThat(opened.tickets().changed(List.of(BOOKING, others.booking())))
        .contains(new TicketRevision(others, EVENT, 0, Optional.of(ADA)))
        .hasSize(3);
  }

  @Test
  void tickets_are_found_by_the_address_of_their_visitor_as_long_as_they_are_named() {
    TicketRevision adas = name(FIRST, ADA);
    name(SECOND, BOB);
    name(new TicketId(new BookingId("booking-2"), 1), ADA);
    name(new TicketId(new BookingId("booking-3"), 1), ADA);
    nameNobody(new TicketId(new BookingId("booking-3"), 1));
    Email ada = ADA.email().orElseThrow();

    assertThat(named(ada)).hasSize(2).contains(adas);
    assertThat(named(new Email("bob@example.com"))).isEmpty();
  }

  @Test
  void tickets_of_a_visitor_come_page_by_page_each_once_and_those_of_a_booking_together() {
    Set<TicketRevision> all = new HashSet<>();
    for (int booking = 1; booking <= 4; booking++) {
      for (int number = 12; number > 8; number--) {
        all.add(name(new TicketId(new BookingId("booking-" + booking), number), ADA));
        name(new TicketId(new BookingId("booking-" + booking), number + 10), BOB);
      }
    }
    Email ada = ADA.email().orElseThrow();

    List<TicketRevision> read = new ArrayList<>();
    Optional<Position> position = Optional.empty();
    do {
      var page = opened.tickets().naming(ada, new PageRequest.After(position, 3));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
      read.addAll(page.items());
      position = page.next();
    } while (position.isPresent());

    assertThat(read).hasSize(16).containsExactlyInAnyOrderElementsOf(all);
    assertThat(read)
        .extracting(it -> it.ticket().booking().value())
        .isSortedAccordingTo(Comparator.naturalOrder());
    var second = opened.tickets().naming(ada, new PageRequest.Numbered(2, 5));
    assertThat(second.items()).isEqualTo(read.subList(5, 10));
    assertThat(second.total()).contains(16L);
  }

  private List<TicketRevision> named(Email visitor) {
    return Page.all(page -> opened.tickets().naming(visitor, page));
  }

  @RepeatedTest(3)
  void of_namings_and_new_codes_at_once_each_counts() {
    name(FIRST, new Visitor("Nobody yet", Optional.empty(), Answers.NONE));

    Race.of(
        8,
        racer ->
            racer % 2 == 0
                ? reissue(FIRST)
                : name(FIRST, new Visitor("Visitor " + racer, Optional.empty(), Answers.NONE)));

    assertThat(changed()).extracting(TicketRevision::revision).containsExactly(8);
  }

  private List<TicketRevision> changed() {
    return opened.tickets().changed(List.of(BOOKING));
  }

  private TicketRevision name(TicketId ticket, Visitor visitor) {
    return opened.tickets().name(ticket, EVENT, Optional.of(visitor), NOW);
  }

  private TicketRevision nameNobody(TicketId ticket) {
    return opened.tickets().name(ticket, EVENT, Optional.empty(), NOW);
  }

  private static TicketRevision revision(TicketId ticket, int revision) {
    return new TicketRevision(ticket, EVENT, revision, Optional.empty());
  }

  private static Answers answers(String key, String answer) {
    return new Answers(new TreeMap<>(Map.of(key, answer)));
  }

  @Test
  void all_that_something_was_done_to_come_page_by_page_each_once() {
    Set<StreamId> all = new HashSet<>();
    for (int number = 1; number <= 12; number++) {
      all.add(StreamId.of(reissue(new TicketId(BOOKING, number)).ticket()));
      all.add(StreamId.of(reissue(new TicketId(new BookingId("another"), number)).ticket()));
    }

    List<StreamId> read = new ArrayList<>();
    List<StreamId> page = opened.tickets().streams(Optional.empty(), 5);
    while (!page.isEmpty()) {
      read.addAll(page);
      page = opened.tickets().streams(Optional.of(read.getLast()), 5);
    }

    assertThat(read).hasSize(24).containsExactlyInAnyOrderElementsOf(all);
  }

  private TicketRevision reissue(TicketId ticket) {
    return opened.tickets().reissue(ticket, EVENT, NOW);
  }
}
