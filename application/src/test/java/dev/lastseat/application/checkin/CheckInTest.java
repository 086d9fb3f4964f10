package dev.lastseat.application.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.checkin.CheckIn.Outcome;
import dev.lastseat.application.checkin.CheckIn.Refusal;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckInTest {
  private final Fakes fakes = Fakes.open();
  private final TicketCodes codes = fakes.codes;
  private final CheckinLists lists =
      new CheckinLists(fakes.checkins, fakes.events, fakes.clock, new Random(7));
  private final CheckIn checkIn =
      new CheckIn(lists, fakes.bookings, codes, fakes.checkins, fakes.clock);

  private final Principal staff = APrincipal.with("staff", Role.STAFF);
  private final Principal boss = APrincipal.admin("boss");
  private final Event event = fakes.add(AnEvent.published());
  private final Booking.Confirmed sold = ABooking.of(event.id(), 3, 5).confirmed();
  private final CheckinListId gate = list(Optional.empty(), Optional.empty());

  private final TicketId ticket = new TicketId(sold.id(), 2);

  @BeforeEach
  void sell() {
    fakes.bookings.record(sold);
  }

  @Test
  void a_ticket_lets_one_in_and_the_next_is_told_who_was_first() {
    assertThat(scan(code(2), "one")).isEqualTo(passed("one", Scan.Kind.ENTRY));
    assertThat(scan(code(2), "two")).isEqualTo(refused(Refusal.ALREADY_REDEEMED, "one"));
    assertThat(scan(code(1), "three")).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void of_fifty_scanners_with_one_code_at_once_exactly_one_lets_in_and_all_others_name_it() {
    List<Outcome> outcomes = Race.of(50, i -> scan(code(2), "scan-" + i));

    assertThat(outcomes).filteredOn(Outcome.Passed.class::isInstance).hasSize(1);
    assertThat(outcomes.stream().map(it -> nonce(it)).distinct()).hasSize(1);
  }

  @Test
  void a_scan_that_is_sent_again_is_let_in_again_but_not_by_another_device() {
    Outcome first = scan(code(2), "one");
    fakes.clock.advance(Duration.ofSeconds(9));

    assertThat(scan(code(2), "one")).isEqualTo(first);
    assertThat(checkIn.handle(new CheckIn.Command(gate, code(2), false, "one"), boss))
        .isEqualTo(refused(Refusal.ALREADY_REDEEMED, "one"));
  }

  @Test
  void whoever_left_comes_in_again_where_the_list_allows_it_and_nowhere_else() {
    CheckinListId garden = list(true, Optional.empty(), Optional.empty());

    assertThat(pass(garden, false, "one")).isInstanceOf(Outcome.Passed.class);
    assertThat(pass(garden, true, "two")).isInstanceOf(Outcome.Passed.class);
    assertThat(fakes.checkins.inside(garden)).isZero();
    assertThat(pass(garden, true, "three")).isInstanceOf(Outcome.Refused.class);
    assertThat(pass(garden, false, "four")).isInstanceOf(Outcome.Passed.class);
    assertThat(pass(garden, false, "one")).isInstanceOf(Outcome.Passed.class); // sent again
    assertThat(pass(garden, false, "five")).isInstanceOf(Outcome.Refused.class);
    assertThat(fakes.checkins.inside(garden)).isEqualTo(1);

    pass(gate, false, "one");
    assertThat(pass(gate, true, "two")).isInstanceOf(Outcome.Passed.class);
    assertThat(pass(gate, false, "three")).isEqualTo(refused(Refusal.ALREADY_REDEEMED, "two"));
  }

  @Test
  void nobody_leaves_who_is_not_inside() {
    assertThat(pass(gate, true, "one"))
        .isEqualTo(new Outcome.Refused(Refusal.NOT_INSIDE, Optional.of(ticket), Optional.empty()));
  }

  @Test
  void a_device_scans_at_the_door_of_its_event_and_is_named_to_whoever_comes_second() {
    Principal device = device(event);
    Principal elsewhere = device(fakes.add(AnEvent.published()));

    checkIn.handle(new CheckIn.Command(gate, code(2), false, "one"), device);

    assertThat(scan(code(2), "two"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            it -> assertThat(it.standing().flatMap(Scan::device)).contains("phone"));
    assertThat(checkIn.handle(new CheckIn.Command(gate, code(1), false, "one"), elsewhere))
        .isEqualTo(new Outcome.NoList());
    assertThat(lists.of(event.id(), elsewhere)).isEmpty();
  }

  @Test
  void two_gates_that_knew_nothing_of_each_other_are_both_written_down_once() {
    upload(device("north"), upload("one"));
    CheckIn.Upload south = upload("two");

    assertThat(upload(device("south"), south))
        .isEqualTo(upload(device("south"), south))
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Doubled.class, it -> assertThat(it.standing().device()).contains("north"));
    Checkin stored = fakes.checkins.find(gate, ticket).orElseThrow();
    assertThat(stored.scans().stream().map(it -> it.device().orElse("")))
        .containsExactly("north", "south");
    assertThat(stored.scans()).filteredOn(it -> it.kind() == Scan.Kind.DOUBLE).hasSize(1);
    assertThat(fakes.checkins.inside(gate)).isEqualTo(1);
  }

  @Test
  void a_clock_that_is_wrong_is_set_right_and_nothing_happens_in_the_future() {
    fakes.clock.advance(Duration.ofMinutes(5));
    Instant now = fakes.clock.instant();
    Instant wrong = now.plus(Duration.ofDays(400));

    CheckIn.Happened before = new CheckIn.Happened(code(1), false, "a", wrong.minusSeconds(60));
    CheckIn.Happened after = new CheckIn.Happened(code(2), false, "b", wrong.plusSeconds(60));
    upload(staff, new CheckIn.Upload(gate, wrong, List.of(before, after)));

    assertThat(at(1)).isEqualTo(now.minusSeconds(60));
    assertThat(at(2)).isEqualTo(now);
  }

  @Test
  void what_was_undone_stays_known_so_that_a_batch_that_is_sent_again_lets_nobody_in() {
    CheckIn.Upload sent = upload("one");
    upload(device("north"), sent);
    assertThat(checkIn.undo(gate, ticket, staff)).isPresent();
    assertThat(checkIn.undo(gate, ticket, staff)).isEmpty();

    assertThat(upload(device("north"), sent))
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Refused.class, it -> assertThat(it.why()).isEqualTo(Refusal.UNDONE));
    assertThat(fakes.checkins.inside(gate)).isZero();
    assertThat(scan(code(2), "two")).isEqualTo(passed("two", Scan.Kind.ENTRY));
    assertThat(upload(device("north"), sent).getFirst()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void a_device_that_uploads_one_ticket_again_and_again_does_not_fill_the_store() {
    List<Outcome> outcomes =
        IntStream.range(0, Checkin.MAX_SCANS + 1)
            .mapToObj(i -> upload(staff, upload("scan-" + i)).getFirst())
            .toList();

    assertThat(outcomes.getLast()).isInstanceOf(Outcome.Refused.class);
    assertThat(fakes.checkins.find(gate, ticket).orElseThrow().standing().nonce())
        .isEqualTo("scan-0");
  }

  @Test
  void what_was_no_good_offline_has_its_reason_and_changes_nothing() {
    CheckIn.Happened unknown = new CheckIn.Happened("made up", false, "one", fakes.clock.instant());

    assertThat(upload(staff, new CheckIn.Upload(gate, fakes.clock.instant(), List.of(unknown))))
        .containsExactly(scan("made up", "two"));
    assertThat(checkIn.upload(upload("one"), APrincipal.with("other", Role.ORGANISER))).isEmpty();
  }

  @Test
  void a_code_before_the_latest_is_revoked() {
    String before = code(1);
    fakes.tickets.reissue(new TicketId(sold.id(), 1), event.id(), fakes.clock.instant());

    assertThat(refusal(before)).isEqualTo(Refusal.REVOKED);
    assertThat(scan(code(1), "one")).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void of_several_reasons_the_first_of_the_contract_is_told() {
    Instant now = fakes.clock.instant();
    CheckinListId closing = list(Optional.empty(), Optional.of(now.plusSeconds(1)));
    String shown = code(2);

    assertThat(pass(closing, false, "one")).isInstanceOf(Outcome.Passed.class);
    assertThat(refusal(closing, shown)).isEqualTo(Refusal.ALREADY_REDEEMED);
    fakes.clock.advance(Duration.ofSeconds(1));
    assertThat(refusal(closing, shown)).isEqualTo(Refusal.INVALID_TIME);
    checkIn.undo(closing, ticket, staff);
    fakes.bookings.change(sold, sold.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));
    assertThat(refusal(closing, shown)).isEqualTo(Refusal.CANCELLED);
    fakes.tickets.reissue(ticket, event.id(), fakes.clock.instant());
    assertThat(refusal(closing, shown)).isEqualTo(Refusal.REVOKED);
  }

  private Refusal refusal(CheckinListId list, String code) {
    var outcome = checkIn.handle(new CheckIn.Command(list, code, false, "again"), staff);
    return ((Outcome.Refused) outcome).why();
  }

  @Test
  void what_was_given_back_or_ran_out_lets_nobody_in() {
    String shown = code(1);
    fakes.bookings.change(sold, sold.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));

    assertThat(refusal(shown)).isEqualTo(Refusal.CANCELLED);
  }

  @Test
  void a_ticket_that_was_given_back_lets_nobody_in_and_the_others_of_its_booking_do() {
    String returned = code(1);
    fakes.bookings.change(sold, ABooking.returned(sold, fakes.clock.instant(), 1));

    assertThat(refusal(returned)).isEqualTo(Refusal.CANCELLED);
    assertThat(scan(code(2), "one")).isEqualTo(passed("one", Scan.Kind.ENTRY));
  }

  @Test
  void a_code_of_another_event_is_as_unknown_as_one_that_was_made_up() {
    Event other = fakes.add(AnEvent.published());
    Booking.Confirmed elsewhere = ABooking.of(other.id(), 1).confirmed();
    fakes.bookings.record(elsewhere);
    String foreign = codes.of(elsewhere).getFirst().code().orElseThrow().value();

    assertThat(scan(foreign, "one")).isEqualTo(scan("made up", "two"));
    assertThat(refusal(foreign)).isEqualTo(Refusal.INVALID);
  }

  @Test
  void a_list_lets_in_from_its_beginning_to_its_end_and_not_at_its_end() {
    Instant now = fakes.clock.instant();
    CheckinListId open = list(Optional.of(now), Optional.of(now.plusSeconds(1)));
    CheckinListId over = list(Optional.empty(), Optional.of(now));

    assertThat(checkIn.handle(new CheckIn.Command(open, code(1), false, "one"), staff))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(checkIn.handle(new CheckIn.Command(over, code(1), false, "one"), staff))
        .isEqualTo(
            new Outcome.Refused(
                Refusal.INVALID_TIME, Optional.of(new TicketId(sold.id(), 1)), Optional.empty()));
  }

  @Test
  void whoever_does_not_work_at_the_door_finds_no_list() {
    Principal stranger = APrincipal.with("other", Role.ORGANISER);

    assertThat(checkIn.handle(new CheckIn.Command(gate, code(1), false, "one"), stranger))
        .isEqualTo(new Outcome.NoList());
    assertThat(lists.of(event.id(), stranger)).isEmpty();
    assertThat(lists.of(event.id(), staff)).isPresent();
  }

  private CheckinListId list(Optional<Instant> from, Optional<Instant> until) {
    return list(false, from, until);
  }

  private CheckinListId list(boolean reentry, Optional<Instant> from, Optional<Instant> until) {
    var command = new CheckinLists.Command(event.id(), "North", reentry, from, until);
    return lists.create(command, boss) instanceof CheckinLists.Outcome.Created(var made)
        ? made.list().id()
        : new CheckinListId("none");
  }

  private Principal device(Event door) {
    return device("phone", door);
  }

  private Principal device(String name) {
    return device(name, event);
  }

  private Principal device(String name, Event door) {
    return new Principal(
        staff.userId(), Role.STAFF, AnApiKey.device(staff.userId(), name, door.id()).credential());
  }

  private CheckIn.Upload upload(String nonce) {
    Instant now = fakes.clock.instant();
    return new CheckIn.Upload(gate, now, List.of(new CheckIn.Happened(code(2), false, nonce, now)));
  }

  private List<Outcome> upload(Principal by, CheckIn.Upload upload) {
    return checkIn.upload(upload, by).orElseThrow();
  }

  private Instant at(int number) {
    return fakes.checkins.find(gate, new TicketId(sold.id(), number)).orElseThrow().standing().at();
  }

  private String code(int number) {
    return codes.of(sold).get(number - 1).code().orElseThrow().value();
  }

  private Outcome scan(String code, String nonce) {
    return checkIn.handle(new CheckIn.Command(gate, code, false, nonce), staff);
  }

  private Outcome pass(CheckinListId list, boolean exit, String nonce) {
    return checkIn.handle(new CheckIn.Command(list, code(2), exit, nonce), staff);
  }

  private static String nonce(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed passed -> passed.scan().nonce();
      case Outcome.Refused refused -> refused.standing().orElseThrow().nonce();
      case Outcome.Doubled _, Outcome.NoList _ -> "";
    };
  }

  private Refusal refusal(String code) {
    return scan(code, "again") instanceof Outcome.Refused(Refusal why, var _, var _)
        ? why
        : Refusal.ALREADY_REDEEMED;
  }

  private Outcome passed(String nonce, Scan.Kind kind) {
    return new Outcome.Passed(ticket, scanned(nonce, kind), 5);
  }

  private Outcome refused(Refusal why, String standing) {
    Scan.Kind kind = standing.equals("two") ? Scan.Kind.EXIT : Scan.Kind.ENTRY;
    return new Outcome.Refused(why, Optional.of(ticket), Optional.of(scanned(standing, kind)));
  }

  private static Scan scanned(String nonce, Scan.Kind kind) {
    return new Scan(
        kind, nonce, Instant.parse("2026-06-01T12:00:00Z"), "user:staff", Optional.empty());
  }
}
