package dev.lastseat.application.booking.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fact.FactFilter;
import dev.lastseat.application.fact.ReadFacts;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForgetHoldsTest {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Fakes fakes = Fakes.open();
  private final Event event = fakes.add(AnEvent.published().places(1_000));
  private final ForgetHolds forget =
      new ForgetHolds(fakes.bookings, fakes.tickets, KEPT, fakes.clock);

  private Booking.Pending expired(int place) {
    Booking.Pending hold = ABooking.of(event.id(), place).pending();
    fakes.bookings.record(hold);
    fakes.bookings.change(hold, hold.expire(hold.expiresAt()));
    return hold;
  }

  @Test
  void a_hold_that_nobody_bought_is_forgotten_when_its_time_is_over_and_not_before() {
    Booking.Pending hold = expired(1);
    fakes.clock.advance(ABooking.HOLD.plus(KEPT).minusMillis(1));
    forget.handle();
    assertThat(fakes.bookings.find(hold.id())).isPresent();

    fakes.clock.advance(Duration.ofMillis(1));
    forget.handle();

    assertThat(fakes.bookings.find(hold.id())).isEmpty();
  }

  @Test
  void however_many_there_are_one_sweep_forgets_them_batch_by_batch() {
    List<Booking.Pending> holds = IntStream.rangeClosed(1, 1_000).mapToObj(this::expired).toList();
    fakes.clock.advance(ABooking.HOLD.plus(KEPT));

    forget.handle();

    assertThat(fakes.bookings.findAll(holds.stream().map(Booking::id).toList())).isEmpty();
  }

  @Test
  void nothing_is_kept_of_who_was_to_come_with_what_was_only_held() {
    Booking.Pending hold = expired(1);
    Booking.Confirmed sold = ABooking.of(event.id(), 2).confirmed();
    fakes.bookings.record(sold);
    Email email = new Email("eve@example.com");
    Visitor eve = new Visitor("Eve", Optional.of(email), Answers.NONE);
    for (Booking one : List.of(hold, sold)) {
      fakes.tickets.name(
          new TicketId(one.id(), 1), event.id(), Optional.of(eve), fakes.clock.instant());
    }
    fakes.clock.advance(ABooking.HOLD.plus(KEPT));

    forget.handle();

    assertThat(fakes.tickets.naming(email, PageRequest.FIRST).items())
        .extracting(it -> it.ticket().booking())
        .containsExactly(sold.id());
  }

  @Test
  void its_history_is_there_for_those_who_might_see_it_and_for_nobody_else() {
    Booking.Pending hold = expired(1);
    fakes.clock.advance(ABooking.HOLD.plus(KEPT));
    forget.handle();

    assertThat(history(hold, hold.details().userId(), Role.USER))
        .hasValueSatisfying(
            it -> {
              assertThat(it.all()).isFalse();
              assertThat(it.facts())
                  .extracting(one -> one.fact().kind())
                  .containsExactly("booking.expired", "booking.held");
            });
    assertThat(history(hold, new UserId("staff"), Role.STAFF))
        .hasValueSatisfying(it -> assertThat(it.all()).isTrue());
    assertThat(history(hold, new UserId("somebody"), Role.USER)).isEmpty();
  }

  private Optional<ReadFacts.History> history(Booking hold, UserId viewer, Role role) {
    return new ReadFacts(new FakeFactLog(fakes.store), fakes.events, fakes.findBooking())
        .ofBooking(
            hold.id(),
            ReadFacts.HistoryPart.all(FactFilter.ALL),
            new Principal(viewer, role, new Credential.Session("log-in")));
  }
}
