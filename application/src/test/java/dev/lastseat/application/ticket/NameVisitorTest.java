package dev.lastseat.application.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.ticket.NameVisitor.Outcome;
import dev.lastseat.application.ticket.TicketCodes.Match;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.Question;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NameVisitorTest {
  private static final Visitor EVE = new Visitor("Eve", Optional.empty(), Answers.NONE);
  private static final Visitor BOB = new Visitor("Bob", Optional.empty(), Answers.NONE);

  private final Fakes fakes = Fakes.open();
  private final ShowTickets show = new ShowTickets(fakes.findBooking(), fakes.codes);
  private final NameVisitor name = new NameVisitor(show, fakes.tickets, fakes.clock);

  private final Event event = fakes.add(AnEvent.published());
  private final Booking.Confirmed sold = ABooking.of(event.id(), 3, 5).by("ada").confirmed();
  private final Principal ada = APrincipal.user("ada");

  @Test
  void buyers_say_who_comes_with_which_of_their_tickets() {
    fakes.bookings.record(sold);

    assertThat(named(2, EVE, ada).visitor()).contains(EVE);
    assertThat(fakes.codes.of(sold))
        .extracting(IssuedTicket::visitor)
        .containsExactly(Optional.empty(), Optional.of(EVE));
  }

  @Test
  void whoever_comes_instead_gets_a_code_and_the_one_before_is_worthless() {
    fakes.bookings.record(sold);
    TicketCode eves = named(1, EVE, ada).code().orElseThrow();

    TicketCode bobs = named(1, BOB, ada).code().orElseThrow();

    assertThat(fakes.codes.match(eves, sold)).isEqualTo(Match.REVOKED);
    assertThat(fakes.codes.match(bobs, sold)).isEqualTo(Match.LATEST);
  }

  @Test
  void with_its_last_code_a_ticket_takes_a_first_name_and_corrections_but_nobody_instead() {
    fakes.bookings.record(sold);
    Question wish = new Question("wish", "Wishes?", Question.Kind.TEXT, false, List.of());
    VisitorRules asking = new VisitorRules(Optional.empty(), List.of(wish));
    fakes.events.update(
        event.change(
            EventChange.of(event.details()).visitors(asking).details(), fakes.clock.instant()));
    ReissueTicket reissue = new ReissueTicket(show, fakes.tickets, fakes.codes, fakes.clock);
    for (int i = 0; i < TicketRevision.MAX; i++) {
      assertThat(reissue.handle(sold.id(), 1, ada))
          .isInstanceOf(ReissueTicket.Outcome.Reissued.class);
    }

    assertThat(reissue.handle(sold.id(), 1, ada))
        .isEqualTo(new ReissueTicket.Outcome.NoMoreCodes());
    assertThat(name.handle(sold.id(), 1, Optional.empty(), ada)).isInstanceOf(Outcome.Named.class);
    Visitor corrected = new Visitor(EVE.name(), EVE.email(), answers("wish", "soup"));
    TicketCode last = named(1, EVE, ada).code().orElseThrow();
    assertThat(named(1, corrected, ada).code()).contains(last);
    assertThat(name.handle(sold.id(), 1, Optional.of(BOB), ada))
        .isEqualTo(new Outcome.NoMoreCodes());
    assertThat(fakes.codes.of(sold).getFirst().visitor()).contains(corrected);
    assertThat(name.handle(sold.id(), 1, Optional.empty(), ada)).isInstanceOf(Outcome.Named.class);
    assertThat(fakes.codes.of(sold).getFirst().visitor()).isEmpty();
    assertThat(fakes.codes.of(sold).getFirst().code()).contains(last);
  }

  private static Answers answers(String key, String answer) {
    return new Answers(new TreeMap<>(Map.of(key, answer)));
  }

  @Test
  void buyers_name_visitors_until_the_event_begins_and_those_who_run_the_sale_also_later() {
    fakes.bookings.record(sold);
    fakes.clock.advance(Duration.between(fakes.clock.instant(), event.details().date()));

    assertThat(name.handle(sold.id(), 1, Optional.of(EVE), ada))
        .isEqualTo(new Outcome.TooLate(event.details().date()));
    assertThat(named(1, EVE, APrincipal.with("sam", Role.STAFF)).visitor()).contains(EVE);
  }

  @Test
  void an_event_says_until_when_its_buyers_name_visitors() {
    Instant end = fakes.clock.instant().plusSeconds(60);
    Event early =
        fakes.add(AnEvent.published().visitors(new VisitorRules(Optional.of(end), List.of())));
    Booking.Confirmed booking = ABooking.of(early.id(), 1).by("ada").confirmed();
    fakes.bookings.record(booking);

    assertThat(name.handle(booking.id(), 1, Optional.of(EVE), ada))
        .isInstanceOf(Outcome.Named.class);
    fakes.clock.advance(Duration.ofSeconds(60));
    assertThat(name.handle(booking.id(), 1, Optional.of(BOB), ada))
        .isEqualTo(new Outcome.TooLate(end));
  }

  @Test
  void nobody_is_named_for_what_is_not_theirs_not_there_or_given_back() {
    Booking cancelled = sold.cancel(fakes.clock.instant(), Reason.NOT_GIVEN);
    fakes.bookings.record(sold);

    assertThat(name.handle(sold.id(), 1, Optional.of(EVE), APrincipal.user("eve")))
        .isEqualTo(new Outcome.NotFound());
    assertThat(name.handle(sold.id(), 3, Optional.of(EVE), ada)).isEqualTo(new Outcome.NotFound());
    assertThat(name.handle(sold.id(), 0, Optional.of(EVE), ada)).isEqualTo(new Outcome.NotFound());
    fakes.bookings.change(sold, cancelled);
    assertThat(name.handle(sold.id(), 1, Optional.of(EVE), ada)).isEqualTo(new Outcome.NotLive());
  }

  @Test
  void what_is_given_back_while_its_visitor_is_named_keeps_no_name() {
    fakes.bookings.record(sold);
    named(2, BOB, ada);
    Instant now = fakes.clock.instant();
    fakes.tickets.beforeName(() -> fakes.bookings.change(sold, ABooking.returned(sold, now, 1)));

    assertThat(name.handle(sold.id(), 1, Optional.of(EVE), ada)).isEqualTo(new Outcome.NotLive());
    assertThat(name.handle(sold.id(), 1, Optional.of(EVE), ada)).isEqualTo(new Outcome.NotLive());
    assertThat(fakes.tickets.changed(List.of(sold.id())).stream().map(TicketRevision::visitor))
        .containsExactlyInAnyOrder(Optional.empty(), Optional.of(BOB));
  }

  private IssuedTicket named(int number, Visitor visitor, Principal by) {
    assertThat(name.handle(sold.id(), number, Optional.of(visitor), by))
        .isInstanceOf(Outcome.Named.class);
    return fakes.codes.of(sold).get(number - 1);
  }
}
