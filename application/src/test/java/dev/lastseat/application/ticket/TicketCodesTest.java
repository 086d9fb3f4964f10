package dev.lastseat.application.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.ticket.IssuedTicket.State;
import dev.lastseat.application.ticket.TicketCodes.Match;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.ticket.SealedCode;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketCodesTest {
  private final Fakes fakes = Fakes.open();
  private final TicketCodes codes = fakes.codes;
  private final ShowTickets show =
      new ShowTickets(
          new FindBooking(fakes.bookings, fakes.events, fakes.users, fakes.clock), codes);
  private final ReissueTicket reissue = new ReissueTicket(show, fakes.tickets, codes, fakes.clock);

  private final Event event = fakes.add(AnEvent.published());
  private final Booking.Confirmed sold = ABooking.of(event.id(), 3, 5).by("ada").confirmed();
  private final Principal ada = APrincipal.user("ada");

  @Test
  void each_ticket_has_a_code_of_its_own_which_is_no_others() {
    List<IssuedTicket> issued = codes.of(sold);

    assertThat(issued).extracting(IssuedTicket::place).containsExactly(place(3), place(5));
    assertThat(issued).extracting(IssuedTicket::state).containsOnly(State.GOOD);
    assertThat(code(0)).isNotEqualTo(code(1));
    assertThat(codes.match(code(1), sold)).isEqualTo(Match.LATEST);
  }

  @Test
  void the_codes_stay_when_the_booking_is_given_other_places() {
    Booking moved = ABooking.moved(sold, Places.of(1, 3));

    assertThat(codes.of(moved))
        .extracting(IssuedTicket::code)
        .isEqualTo(codes.of(sold).stream().map(IssuedTicket::code).toList());
  }

  @Test
  void a_code_of_another_booking_or_with_one_character_changed_finds_nothing() {
    Booking.Confirmed other = ABooking.of(event.id(), 7).confirmed();
    String seal = ((SealedCode) code(0)).seal();
    char changed = seal.charAt(0) == 'A' ? 'B' : 'A';
    TicketCode forged =
        new SealedCode(code(0).booking(), code(0).number(), changed + seal.substring(1));
    TicketCode second = new SealedCode(code(0).booking(), 2, seal);

    assertThat(codes.match(code(0), other)).isEqualTo(Match.NONE);
    assertThat(codes.match(forged, sold)).isEqualTo(Match.NONE);
    assertThat(codes.match(second, sold)).isEqualTo(Match.NONE);
  }

  @Test
  void what_is_held_has_no_code_yet_and_what_was_given_back_has_none_any_more() {
    Booking.Pending held = ABooking.of(event.id(), 8).pending();
    Booking.Cancelled cancelled = sold.cancel(fakes.clock.instant(), Reason.NOT_GIVEN);

    assertThat(codes.of(held))
        .containsExactly(
            new IssuedTicket(
                TicketRevision.sold(new TicketId(held.id(), 1), event.id()),
                State.HELD,
                place(8),
                Optional.empty()));
    assertThat(codes.of(cancelled))
        .hasSize(2)
        .allMatch(it -> it.state() == State.VOID && it.code().isEmpty() && it.place().isEmpty());
  }

  @Test
  void another_code_takes_the_place_of_the_one_before() {
    fakes.bookings.record(sold);
    TicketCode before = code(0);
    TicketCode others = code(1);

    ReissueTicket.Outcome outcome = reissue.handle(sold.id(), 1, ada);

    assertThat(outcome).isEqualTo(new ReissueTicket.Outcome.Reissued(codes.of(sold).getFirst()));
    assertThat(codes.match(before, sold)).isEqualTo(Match.REVOKED);
    assertThat(codes.match(code(0), sold)).isEqualTo(Match.LATEST);
    assertThat(code(1)).isEqualTo(others);
  }

  @Test
  void nobody_gets_a_code_of_what_is_not_theirs_not_there_or_not_sold() {
    fakes.bookings.record(sold);
    Booking.Pending held = ABooking.of(event.id(), 8).by("ada").using(3).pending();
    fakes.bookings.record(held);

    assertThat(show.handle(sold.id(), APrincipal.user("eve"))).isEmpty();
    assertThat(reissue.handle(sold.id(), 1, APrincipal.user("eve")))
        .isEqualTo(new ReissueTicket.Outcome.NotFound());
    assertThat(reissue.handle(sold.id(), 3, ada)).isEqualTo(new ReissueTicket.Outcome.NotFound());
    assertThat(reissue.handle(sold.id(), 0, ada)).isEqualTo(new ReissueTicket.Outcome.NotFound());
    assertThat(reissue.handle(held.id(), 1, ada)).isEqualTo(new ReissueTicket.Outcome.NotGood());
  }

  private TicketCode code(int ticket) {
    return codes.of(sold).get(ticket).code().orElseThrow();
  }

  private static Optional<Integer> place(int place) {
    return Optional.of(place);
  }
}
