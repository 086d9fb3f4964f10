package dev.lastseat.application.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lastseat.application.checkin.OfflineBundle.Entry;
import dev.lastseat.application.checkin.OfflineBundle.Part;
import dev.lastseat.application.checkin.OfflineBundle.Since;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfflineBundleTest {
  private final Fakes fakes = Fakes.open();
  private final CheckinLists lists =
      new CheckinLists(fakes.checkins, fakes.events, fakes.clock, new Random(7));
  private final CheckIn checkIn =
      new CheckIn(lists, fakes.bookings, fakes.codes, fakes.checkins, fakes.clock);
  private final OfflineBundle bundle =
      new OfflineBundle(
          lists, new FakeFactLog(fakes.store), fakes.bookings, fakes.codes, fakes.checkins);

  private final Principal staff = APrincipal.with("staff", Role.STAFF);
  private final Event event = fakes.add(AnEvent.published().places(2_000));
  private final CheckinListId gate = list("North");

  @Test
  void every_ticket_that_was_sold_is_in_it_with_the_code_that_it_has() {
    Booking.Confirmed sold = sell(1, 2);
    fakes.tickets.reissue(new TicketId(sold.id(), 2), event.id(), fakes.clock.instant());
    fakes.bookings.record(ABooking.of(event.id(), 3).pending());
    fakes.bookings.record(
        ABooking.of(fakes.add(AnEvent.published("elsewhere")).id(), 1).confirmed());

    assertThat(all())
        .extracting(
            it -> it.ticket().ticket().text() + " " + it.ticket().revision(),
            it -> Optional.of(it.ticket().code()))
        .containsExactlyInAnyOrder(
            tuple(sold.id().value() + ".1 0", code(sold, 1)),
            tuple(sold.id().value() + ".2 1", code(sold, 2)));
  }

  @Test
  void more_than_a_part_comes_in_parts_each_booking_once() {
    List<Booking.Confirmed> sold =
        IntStream.rangeClosed(1, OfflineBundle.BOOKINGS + 3)
            .mapToObj(place -> sell(place))
            .toList();

    Part first = part(Optional.empty());
    assertThat(first.entries()).hasSize(OfflineBundle.BOOKINGS);
    assertThat(first.more()).isTrue();
    assertThat(all().stream().map(it -> it.ticket().ticket().booking()))
        .containsExactlyInAnyOrderElementsOf(sold.stream().map(Booking::id).toList());
  }

  @Test
  void whatever_happens_while_it_is_read_and_after_that_comes_as_a_change() {
    Booking.Confirmed returned = sell(1);
    Booking.Confirmed entered = sell(2);
    Booking.Confirmed left = sell(3);
    Part first = part(Optional.empty());

    fakes.bookings.change(returned, returned.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));
    scan(gate, entered);
    scan(list("South"), left);
    Booking.Confirmed bought = sell(4);
    Part changes = part(Optional.of(first.next()));

    assertThat(changes.entries().stream().map(it -> it.ticket().ticket().booking()))
        .containsExactlyInAnyOrder(returned.id(), entered.id(), bought.id());
    assertThat(of(returned, changes).ticket().isGood()).isFalse();
    assertThat(of(entered, changes).checkin().orElseThrow().isInside()).isTrue();
    assertThat(of(bought, changes).checkin()).isEmpty();

    checkIn.undo(gate, new TicketId(entered.id(), 1), staff);
    Part undone = part(Optional.of(changes.next()));
    assertThat(undone.entries())
        .singleElement()
        .isEqualTo(new Entry(of(entered, changes).ticket(), Optional.empty()));
    assertThat(part(Optional.of(undone.next())))
        .isEqualTo(new Part(List.of(), undone.next(), false));
  }

  @Test
  void whoever_does_not_work_at_the_door_gets_none_of_it() {
    assertThat(bundle.handle(gate, Optional.empty(), APrincipal.with("other", Role.ORGANISER)))
        .isEmpty();
  }

  private List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    Optional<Since> next = Optional.empty();
    boolean more = true;
    while (more) {
      Part part = part(next);
      all.addAll(part.entries());
      next = Optional.of(part.next());
      more = part.more();
    }
    return all;
  }

  private Part part(Optional<Since> since) {
    return bundle.handle(gate, since, staff).orElseThrow();
  }

  private static Entry of(Booking booking, Part part) {
    return part.entries().stream()
        .filter(it -> it.ticket().ticket().booking().equals(booking.id()))
        .findFirst()
        .orElseThrow();
  }

  private Booking.Confirmed sell(Integer... places) {
    Booking.Confirmed sold = ABooking.of(event.id(), places).confirmed();
    fakes.bookings.record(sold);
    return sold;
  }

  private void scan(CheckinListId list, Booking booking) {
    String code = code(booking, 1).orElseThrow().value();
    checkIn.handle(new CheckIn.Command(list, code, false, "one"), staff);
  }

  private Optional<TicketCode> code(Booking booking, int number) {
    return fakes.codes.of(booking).get(number - 1).code();
  }

  private CheckinListId list(String name) {
    CheckinList list =
        new CheckinList(
            new CheckinListId(name),
            event.id(),
            name,
            false,
            Optional.empty(),
            Optional.empty(),
            fakes.clock.instant());
    fakes.checkins.add(list);
    return list.id();
  }
}
