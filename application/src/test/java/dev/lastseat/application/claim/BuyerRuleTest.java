package dev.lastseat.application.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.HoldPatience;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BuyerRuleTest {
  private final FakeUsers users = new FakeUsers(new FakeStore());
  private static final EventId EVENT = new EventId("event-1");

  private final BuyerRule verified = BuyerRule.verified(users);

  @Test
  void whose_address_is_verified_buys() {
    User ada = AUser.named("ada");
    users.add(ada);
    assertThat(verified.refuses(ada.id(), EVENT, false)).contains(new Refusal.EmailNotVerified());

    users.update(ada, ada.verified(ada.email(), TickingClock.START), TickingClock.START);
    assertThat(verified.refuses(ada.id(), EVENT, false)).isEmpty();
  }

  @Test
  void who_is_no_user_any_more_buys_nothing() {
    assertThat(verified.refuses(new UserId("nobody"), EVENT, false))
        .contains(new Refusal.EmailNotVerified());
    assertThat(BuyerRule.ANYBODY.refuses(new UserId("nobody"), EVENT, false)).isEmpty();
  }

  @Test
  void who_lets_holds_of_an_event_expire_again_and_again_holds_none_for_a_while() {
    Fakes fakes = Fakes.open();
    BuyerRule patient = BuyerRule.patient(new HoldPatience(2), fakes.bookings, fakes.clock);
    UserId anna = new UserId("anna");
    Event event = fakes.add(AnEvent.published("event-1"));
    Event other = fakes.add(AnEvent.published("event-2"));
    letExpire(fakes, event, 1);
    assertThat(patient.refuses(anna, event.id(), true)).isEmpty();
    letExpire(fakes, event, 2);

    assertThat(patient.refuses(anna, event.id(), true))
        .contains(new Refusal.HoldAgainLater(Duration.ofMinutes(1)));
    assertThat(patient.refuses(anna, event.id(), false)).isEmpty();
    assertThat(patient.refuses(anna, other.id(), true)).isEmpty();
    assertThat(patient.refuses(new UserId("bob"), event.id(), true)).isEmpty();

    fakes.clock.advance(Duration.ofMinutes(1));
    assertThat(patient.refuses(anna, event.id(), true)).isEmpty();
  }

  @Test
  void what_expired_a_day_ago_is_forgotten() {
    Fakes fakes = Fakes.open();
    BuyerRule patient = BuyerRule.patient(new HoldPatience(1), fakes.bookings, fakes.clock);
    Event event = fakes.add(AnEvent.published("event-1"));
    letExpire(fakes, event, 1);
    fakes.clock.advance(HoldPatience.WINDOW.minus(ABooking.HOLD));
    letExpire(fakes, event, 2);

    assertThat(patient.refuses(new UserId("anna"), event.id(), true))
        .contains(new Refusal.HoldAgainLater(Duration.ofMinutes(1)));
  }

  private static void letExpire(Fakes fakes, Event event, int place) {
    Booking.Pending hold =
        ABooking.of(event.id(), place).by("anna").at(fakes.clock.instant()).pending();
    fakes.bookings.record(hold);
    fakes.clock.advance(ABooking.HOLD);
    fakes.bookings.change(hold, hold.expire(hold.expiresAt()));
  }
}
