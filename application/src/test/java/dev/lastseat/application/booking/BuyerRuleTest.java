package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Refusal;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fake.FakeUsers;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import org.junit.jupiter.api.Test;

class BuyerRuleTest {
  private final FakeUsers users = new FakeUsers(new FakeStore());
  private final BuyerRule verified = BuyerRule.verified(users);

  @Test
  void whose_address_is_verified_buys() {
    User ada = AUser.named("ada");
    users.add(ada);
    assertThat(verified.refuses(ada.id())).contains(new Refusal.EmailNotVerified());

    users.update(ada, ada.verified(ada.email(), TickingClock.START));
    assertThat(verified.refuses(ada.id())).isEmpty();
  }

  @Test
  void who_is_no_user_any_more_buys_nothing() {
    assertThat(verified.refuses(new UserId("nobody"))).contains(new Refusal.EmailNotVerified());
    assertThat(BuyerRule.ANYBODY.refuses(new UserId("nobody"))).isEmpty();
  }
}
