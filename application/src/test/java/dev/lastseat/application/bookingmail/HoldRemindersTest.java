package dev.lastseat.application.bookingmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeTokenHasher;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.user.User;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is reminded that a hold ends, and who is not any more. */
class HoldRemindersTest {
  private static final User ADA = AUser.named("ada");

  private final Fakes fakes = Fakes.open();
  private final HoldReminders reminders =
      new HoldReminders(
          fakes.bookings, fakes.findBooking(), fakes.users, new FakeTokenHasher(), fakes.clock);
  private final Event concert = AnEvent.published("concert").event();
  private final Booking.Pending hold = ABooking.of(concert.id(), 1).by("ada").pending();

  @BeforeEach
  void hold() {
    fakes.users.add(ADA);
    fakes.users.add(AUser.named("bob"));
    fakes.events.add(concert);
    fakes.bookings.record(hold);
    fakes.clock.advance(ABooking.HOLD.minus(HoldReminders.BEFORE));
  }

  @Test
  void a_reminder_has_the_hold_and_the_way_to_get_no_more() {
    assertThat(((Addressed) write()).letter())
        .isEqualTo(new BookingLetter.HoldEnding(ADA.greeting(), concert, hold, token()));

    assertThat(reminders.stop(token())).isTrue();
    assertThat(write()).isEqualTo(new Withheld("the user wants no reminders"));
    assertThat(fakes.users.find(AUser.named("bob").id()).orElseThrow().wantsReminders()).isTrue();
  }

  @Test
  void who_wants_them_again_gets_them_again() {
    String token = token();
    reminders.stop(token);
    fakes.users.update(ADA.withReminders(false), ADA, TickingClock.START);
    assertThat(write()).isInstanceOf(Addressed.class);

    assertThat(reminders.stop(token)).isTrue();
    assertThat(write()).isInstanceOf(Withheld.class);
  }

  @Test
  void what_is_bought_or_over_needs_no_reminder() {
    fakes.bookings.change(hold, hold.confirm(fakes.clock.instant()));
    assertThat(write()).isInstanceOf(Withheld.class);
  }

  @Test
  void a_hold_that_is_over_needs_none_whether_that_was_noted_or_not() {
    fakes.clock.advance(ABooking.HOLD);
    assertThat(write()).isInstanceOf(Withheld.class);
  }

  @Test
  void a_hold_that_ends_later_by_now_needs_none_until_then() {
    Instant end = hold.expiresAt().plus(ABooking.HOLD);
    fakes.bookings.extend(List.of(hold), end, fakes.clock.instant());
    assertThat(write()).isEqualTo(new Withheld("the hold ends later by now"));

    fakes.clock.advance(ABooking.HOLD);
    assertThat(write()).isInstanceOf(Addressed.class);
  }

  @Test
  void a_hold_of_an_event_that_is_cancelled_needs_none() {
    fakes.events.update(concert.cancel(fakes.clock.instant()));
    assertThat(write()).isInstanceOf(Withheld.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "ada", "ada.", "ada.0", "a b.c", "nobody.x", "../x.y"})
  void what_is_no_token_of_a_mail_changes_nothing(String madeUp) {
    assertThat(reminders.stop(madeUp)).isFalse();
    assertThat(reminders.stop(token().replace("ada.", "bob."))).isFalse();
    assertThat(write()).isInstanceOf(Addressed.class);
  }

  private String token() {
    return ((BookingLetter.HoldEnding) ((Addressed) write()).letter()).token();
  }

  private Writing write() {
    return reminders.write(hold.id().value(), fakes.clock.instant());
  }
}
