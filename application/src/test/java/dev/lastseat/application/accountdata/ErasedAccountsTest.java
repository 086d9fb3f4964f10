package dev.lastseat.application.accountdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.list.BookingsOfUser;
import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeFactPositions;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request makes for somebody who is being erased. */
class ErasedAccountsTest {
  private static final Duration JUST_BEFORE = ErasedAccounts.STRAGGLERS.minusMillis(1);

  private final Fakes fakes = Fakes.open();
  private final User ada = AUser.named("ada");
  private final FakeJobs jobs = new FakeJobs(fakes.store);
  private final ErasedAccounts erased =
      new ErasedAccounts(
          new AccountContents(
              fakes.all(),
              new BookingsOfUser(fakes.bookings, fakes.findBooking(), fakes.clock),
              fakes.cancelBooking(),
              new EndedSessions(fakes.sessions, fakes.clock, Duration.ofMinutes(15)),
              fakes.clock),
          new JobQueue(jobs, () -> {}));
  private final FollowFacts follow =
      new FollowFacts(new FakeFactLog(fakes.store), new FakeFactPositions(), List.of(erased));

  @Test
  void what_is_made_after_the_user_is_gone_goes_when_the_last_request_has_ended() {
    fakes.users.add(ada);
    fakes.users.remove(ada.id(), fakes.clock.instant());
    follow.handle();
    Booking.Live late =
        ABooking.of(fakes.add(AnEvent.published()).id(), 1).by(ada.id().value()).confirmed();
    fakes.bookings.record(late);
    ApiKey key = AnApiKey.of(ada.id(), "late");
    fakes.apiKeys.add(key);
    fakes.passkeys.add(APasskey.of(ada.id(), "late"));
    fakes.sessions.start(ASession.of("ada", "late"), new TokenHash("late"));

    fakes.clock.advance(JUST_BEFORE);
    assertThat(look()).isZero();
    fakes.clock.advance(Duration.ofMillis(1));
    assertThat(look()).isEqualTo(1);

    assertThat(fakes.bookings.find(late.id())).get().isInstanceOf(Booking.Cancelled.class);
    assertThat(fakes.apiKeys.find(key.id())).isEmpty();
    assertThat(fakes.passkeys.of(ada.id())).isEmpty();
    assertThat(fakes.sessions.of(ada.id(), fakes.clock.instant())).isEmpty();
  }

  @Test
  void nobody_is_looked_at_who_was_not_erased_and_nobody_twice() {
    fakes.users.add(ada);
    fakes.users.add(AUser.named("bob"));
    fakes.users.remove(ada.id(), fakes.clock.instant());
    follow.handle();
    erased.handle(new FakeFactLog(fakes.store).after(0, 100));

    fakes.clock.advance(ErasedAccounts.STRAGGLERS);
    assertThat(look()).isEqualTo(1);
  }

  /** Does the jobs that are due, and says how many they were. */
  private int look() {
    Jobs.Lease lease = new Jobs.Lease("lease", fakes.clock.instant().plusSeconds(60));
    List<ClaimedJob> due = jobs.claim(erased.kind(), 100, fakes.clock.instant(), lease);
    due.forEach(it -> erased.handle(it.job()));
    due.forEach(it -> jobs.finish(it, fakes.clock.instant()));
    return due.size();
  }
}
