package dev.lastseat.application.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.checkin.CheckIn.Outcome;
import dev.lastseat.application.checkin.CheckIn.Refusal;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.ticket.SignedCodes;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.application.ticket.TicketCodes.Kind;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeSigningKey;
import dev.lastseat.domain.fake.FakeTokenHasher;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever shows a signed code is let in as with a short one, and whoever made it up is not. */
class SignedCodesAtTheDoorTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final Fakes fakes = Fakes.open();
  private final TicketCodes codes = codes("tickets", Kind.SIGNED);
  private final CheckinLists lists =
      new CheckinLists(fakes.checkins, fakes.events, fakes.clock, new Random(7));
  private final CheckIn checkIn =
      new CheckIn(lists, fakes.bookings, codes, fakes.checkins, fakes.clock);

  private final Principal boss = APrincipal.admin("boss");
  private final Event event = fakes.add(AnEvent.published());
  private final Booking.Confirmed sold = ABooking.of(event.id(), 3, 5).confirmed();
  private final CheckinListId gate = gate();

  @BeforeEach
  void sell() {
    fakes.bookings.record(sold);
  }

  @Test
  void codes_of_both_kinds_are_good_whichever_are_given_out() {
    String isShort = code(codes("tickets", Kind.SHORT), sold, 1);
    String signed = code(codes, sold, 2);

    assertThat(signed).startsWith("LS1.");
    assertThat(scan(isShort, "one")).isInstanceOf(Outcome.Passed.class);
    assertThat(scan(signed, "two")).isInstanceOf(Outcome.Passed.class);
    assertThat(scan(code(codes("tickets", Kind.SHORT), sold, 2), "three"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(Refusal.ALREADY_REDEEMED));
  }

  @Test
  void another_code_revokes_a_signed_one() {
    String before = code(codes, sold, 1);
    fakes.tickets.reissue(new TicketId(sold.id(), 1), event.id(), fakes.clock.instant());

    assertThat(scan(before, "one"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refusal.REVOKED));
    assertThat(scan(code(codes, sold, 1), "two")).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void a_code_that_was_printed_before_its_event_moved_is_still_good() {
    String printed = code(codes, sold, 1);
    var later = EventChange.of(event.details()).on(event.details().date().plus(Duration.ofDays(9)));
    fakes.events.update(event.change(later.details(), fakes.clock.instant()));

    assertThat(code(codes, sold, 1)).isNotEqualTo(printed);
    assertThat(scan(printed, "one")).isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_code_with_any_bit_changed_or_cut_or_by_another_key_or_of_another_event_gets_one_answer(
      Kind kind) {
    TicketCodes codes = codes("tickets", kind);
    Outcome unknown = scan("made up", "one");
    String code = code(codes, sold, 1);
    Booking.Confirmed elsewhere =
        ABooking.of(fakes.add(AnEvent.published("elsewhere")).id(), 1).confirmed();
    fakes.bookings.record(elsewhere);

    for (int at = 0; at < code.length(); at++) {
      for (int bit = 0; bit < 5; bit++) {
        int value = ALPHABET.indexOf(code.charAt(at));
        char changed = value < 0 ? (char) (code.charAt(at) ^ 1) : ALPHABET.charAt(value ^ 1 << bit);
        String forged = code.substring(0, at) + changed + code.substring(at + 1);
        assertThat(scan(forged, "one")).as("character %d, bit %d", at, bit).isEqualTo(unknown);
      }
      assertThat(scan(code.substring(0, at), "one")).isEqualTo(unknown);
    }
    assertThat(scan(code(codes, elsewhere, 1), "one")).isEqualTo(unknown);
    assertThat(scan(code(codes("another key", Kind.SIGNED), sold, 1), "one")).isEqualTo(unknown);
    assertThat(scan(code, "two")).isInstanceOf(Outcome.Passed.class);
  }

  private TicketCodes codes(String secret, Kind kind) {
    SignedCodes signed = new SignedCodes(new FakeSigningKey(secret), fakes.events);
    return new TicketCodes(fakes.tickets, new FakeTokenHasher(), signed, kind);
  }

  private static String code(TicketCodes codes, Booking booking, int number) {
    return codes.of(booking).get(number - 1).code().orElseThrow().value();
  }

  private CheckinListId gate() {
    var command =
        new CheckinLists.Command(event.id(), "North", false, Optional.empty(), Optional.empty());
    return lists.create(command, boss) instanceof CheckinLists.Outcome.Created(var made)
        ? made.list().id()
        : new CheckinListId("none");
  }

  private Outcome scan(String code, String nonce) {
    return checkIn.handle(new CheckIn.Command(gate, code, false, nonce), boss);
  }
}
