package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.port.store.account.Sessions.Rotation;
import dev.lastseat.domain.port.store.account.Sessions.Successor;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises. */
public abstract class SessionsContract {
  private static final UserId ADA = new UserId("ada");
  private static final Instant NOW = TickingClock.START;
  private static final Instant END = ASession.EXPIRES_AT;
  private static final Duration OVERLAP = Duration.ofSeconds(30);
  private static final Instant OVERLAP_END = NOW.plus(OVERLAP);
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String FIRST = "session-1";
  private static final String SECOND = "session-2";
  private static final Rotation ROTATED = new Rotation.Rotated(ADA, "session-1");
  private static final Rotation OTHER_ROTATED = new Rotation.Rotated(ADA, "session-2");
  private static final Rotation REUSED = new Rotation.Reused(ADA, "session-1");
  private static final Rotation REFUSED = new Rotation.Refused();

  private Sessions sessions;

  /** An empty store; called before each test. */
  protected abstract Sessions open();

  /** Brings what happened into the log of facts, before which nothing is forgotten. */
  protected void tell() {}

  private void forgetExpired(Instant now) {
    tell();
    sessions.forgetExpired(now);
  }

  @BeforeEach
  void openSessions() {
    sessions = open();
  }

  @Test
  void a_token_is_exchanged_for_the_next_and_that_for_the_one_after_it() {
    start("a", "session-1");

    assertThat(rotate("a", "b")).isEqualTo(ROTATED);
    assertThat(rotate("b", "c")).isEqualTo(ROTATED);
    assertThat(rotate("c", "d")).isEqualTo(ROTATED);
  }

  @Test
  void a_token_that_nobody_started_is_refused() {
    assertThat(rotate("a", "b")).isEqualTo(REFUSED);
    assertThat(rotate("b", "c")).isEqualTo(REFUSED);
  }

  @Test
  void a_token_that_comes_again_within_the_overlap_gets_another_one_of_its_session() {
    start("a", "session-1");

    assertThat(rotate("a", "b")).isEqualTo(ROTATED);
    assertThat(rotate("a", "lost", OVERLAP_END.minusMillis(1))).isEqualTo(ROTATED);
    assertThat(rotate("a", "c", OVERLAP_END.minusMillis(1))).isEqualTo(ROTATED);
  }

  @Test
  void two_tabs_that_used_one_token_go_on_for_ever_without_disturbing_each_other() {
    start("a", "session-1");
    rotate("a", "left-1");
    rotate("a", "right-1");

    for (int i = 1; i < 9; i++) {
      Instant later = NOW.plusSeconds(100L * i);
      assertThat(rotate("left-" + i, "left-" + (i + 1), later)).as("left %d", i).isEqualTo(ROTATED);
      assertThat(rotate("right-" + i, "right-" + (i + 1), later.plusSeconds(50)))
          .as("right %d", i)
          .isEqualTo(ROTATED);
    }
  }

  @Test
  void a_token_that_comes_again_when_its_overlap_has_ended_ends_its_session_and_no_other() {
    start("a", "session-1");
    start("x", "session-2");
    rotate("a", "b");

    assertThat(rotate("a", "stolen", OVERLAP_END)).isEqualTo(REUSED);
    assertThat(rotate("b", "c")).isEqualTo(REFUSED);
    assertThat(rotate("stolen", "d")).isEqualTo(REFUSED);
    assertThat(rotate("a", "e")).isEqualTo(REFUSED);
    assertThat(rotate("x", "y")).isEqualTo(OTHER_ROTATED);
  }

  @Test
  void coming_again_does_not_make_the_overlap_longer() {
    start("a", "session-1");
    rotate("a", "b");
    sessions.rotate(hash("a"), to("c"), OVERLAP_END.minusMillis(1), OVERLAP_END.plusSeconds(99));

    assertThat(rotate("a", "d", OVERLAP_END)).isEqualTo(REUSED);
  }

  @Test
  void an_older_token_ends_its_session_also_within_its_overlap() {
    start("a", "session-1");
    rotate("a", "b");
    rotate("a", "c");
    rotate("c", "d");

    assertThat(rotate("a", "stolen")).isEqualTo(REUSED);
    assertThat(rotate("b", "e")).isEqualTo(REFUSED);
    assertThat(rotate("d", "f")).isEqualTo(REFUSED);
  }

  @Test
  void a_token_that_expired_is_refused_and_its_successor_expires_by_itself() {
    start("a", "session-1");
    Successor b = new Successor(hash("b"), END.plusSeconds(60));
    Successor c = new Successor(hash("c"), END.plusSeconds(60));

    assertThat(sessions.rotate(hash("a"), b, END.minusMillis(1), END.plusSeconds(30)))
        .isEqualTo(ROTATED);
    assertThat(rotate("a", "late", END)).isEqualTo(REFUSED);
    assertThat(sessions.rotate(hash("b"), c, END.plusSeconds(59), END.plusSeconds(90)))
        .isEqualTo(ROTATED);
    assertThat(rotate("c", "d", END.plusSeconds(61))).isEqualTo(REFUSED);
  }

  @Test
  void a_token_has_a_session_used_or_not_until_that_ends() {
    start("a", "session-1");
    rotate("a", "b");

    assertThat(sessions.session(hash("a"))).contains("session-1");
    assertThat(sessions.session(hash("b"))).contains("session-1");
    assertThat(sessions.session(hash("unknown"))).isEmpty();

    sessions.end(hash("b"), NOW);
    assertThat(sessions.session(hash("a"))).isEmpty();
    assertThat(sessions.session(hash("b"))).isEmpty();
  }

  @Test
  void ending_by_any_token_of_a_session_ends_all_of_it() {
    start("a", "session-1");
    start("x", "session-2");
    rotate("a", "b");

    assertThat(sessions.end(hash("a"), NOW)).contains("session-1");

    assertThat(rotate("b", "c")).isEqualTo(REFUSED);
    assertThat(rotate("x", "y")).isEqualTo(OTHER_ROTATED);
  }

  @Test
  void ending_the_session_of_an_unknown_token_ends_none() {
    start("a", "session-1");

    assertThat(sessions.end(hash("unknown"), NOW)).isEmpty();

    assertThat(rotate("a", "b")).isEqualTo(ROTATED);
  }

  @Test
  void forgetting_what_expired_keeps_what_did_not() {
    start("old", "session-1");
    sessions.start(ASession.of("ada", "session-2", END.plusSeconds(600)), hash("young"));

    forgetExpired(END.plusSeconds(1));

    assertThat(rotate("old", "b")).isEqualTo(REFUSED);
    assertThat(rotate("young", "c")).isEqualTo(OTHER_ROTATED);
  }

  @Test
  void what_expires_at_that_instant_is_not_forgotten_yet() {
    start("a", "session-1");

    forgetExpired(END);

    assertThat(sessions.session(hash("a"))).contains("session-1");
  }

  @RepeatedTest(5)
  void two_exchanges_of_one_token_at_once_both_succeed() {
    start("a", "session-1");
    List<String> next = List.of("b", "c");

    List<Rotation> answers = Race.of(2, i -> rotate("a", next.get(i)));

    assertThat(answers).containsExactly(ROTATED, ROTATED);
    assertThat(rotate("b", "d", OVERLAP_END)).isEqualTo(ROTATED);
    assertThat(rotate("c", "e", OVERLAP_END)).isEqualTo(ROTATED);
  }

  @RepeatedTest(5)
  void a_token_that_comes_again_while_its_successor_is_used_gets_another_or_ends_the_session() {
    start("a", "session-1");
    rotate("a", "b");

    List<Rotation> answers =
        Race.of(2, i -> i == 0 ? rotate("a", "again") : rotate("b", "onwards"));

    boolean repeated = answers.getFirst().equals(ROTATED);
    assertThat(answers).isIn(List.of(ROTATED, ROTATED), List.of(REUSED, ROTATED));
    assertThat(rotate("onwards", "c")).isEqualTo(repeated ? ROTATED : REFUSED);
  }

  @Test
  void a_session_is_listed_with_where_it_came_from_and_when_it_was_used_last() {
    start("a", "session-1");
    start("x", "session-2");
    sessions.start(ASession.of("bob", "session-3"), hash("p"));
    sessions.rotate(hash("x"), new Successor(hash("y"), END.plusSeconds(60)), LATER, LATER);

    assertThat(sessions.of(ADA, LATER)).extracting(Session::id).containsExactly(SECOND, FIRST);
    assertThat(sessions.of(ADA, LATER).getLast()).isEqualTo(ASession.of("ada", FIRST));
    Session used = sessions.of(ADA, LATER).getFirst();
    assertThat(used.client()).isEqualTo(ASession.CLIENT);
    assertThat(used.createdAt()).isEqualTo(NOW);
    assertThat(used.lastUsedAt()).isEqualTo(LATER);
    assertThat(used.expiresAt()).isEqualTo(END.plusSeconds(60));
    assertThat(used.endsAt()).isEqualTo(ASession.ENDS_AT);
  }

  @Test
  void a_session_that_ended_or_expired_is_not_listed() {
    start("a", "session-1");
    start("x", "session-2");
    sessions.end(hash("a"), NOW);

    assertThat(sessions.of(ADA, END.minusMillis(1))).extracting(Session::id).containsOnly(SECOND);
    assertThat(sessions.of(ADA, END)).isEmpty();
  }

  @Test
  void no_exchange_makes_a_session_longer_than_it_may_be() {
    start("a", "session-1");
    Instant end = ASession.ENDS_AT;
    sessions.rotate(hash("a"), new Successor(hash("b"), end.plusSeconds(60)), NOW, OVERLAP_END);

    assertThat(sessions.of(ADA, NOW).getFirst().expiresAt()).isEqualTo(end);
    assertThat(rotate("b", "c", end)).isEqualTo(REFUSED);
  }

  @Test
  void a_user_ends_a_session_of_their_own_once_and_nobody_elses() {
    start("a", "session-1");

    assertThat(sessions.end(new UserId("bob"), FIRST, NOW)).isFalse();
    assertThat(sessions.end(ADA, "unknown", NOW)).isFalse();
    assertThat(sessions.end(ADA, FIRST, NOW)).isTrue();
    assertThat(sessions.end(ADA, FIRST, NOW)).isFalse();
    assertThat(rotate("a", "b")).isEqualTo(REFUSED);
  }

  @Test
  void ending_all_others_keeps_the_one_and_those_of_others() {
    start("a", "session-1");
    start("x", "session-2");
    start("k", "session-4");
    sessions.start(ASession.of("bob", "session-3"), hash("p"));
    sessions.end(hash("k"), NOW);

    assertThat(sessions.endOthers(ADA, FIRST, NOW)).containsExactly(SECOND);
    assertThat(rotate("x", "y")).isEqualTo(REFUSED);
    assertThat(sessions.endAll(ADA, NOW)).containsExactly(FIRST);
    assertThat(rotate("a", "b")).isEqualTo(REFUSED);
    assertThat(sessions.endAll(ADA, NOW)).isEmpty();
    assertThat(sessions.of(new UserId("bob"), NOW)).hasSize(1);
  }

  @Test
  void whoever_asks_learns_which_sessions_were_ended_and_how_long_ago() {
    start("a", "session-1");
    start("x", "session-2");
    start("k", "session-4");
    assertThat(sessions.endedSince(NOW)).isEmpty();
    sessions.end(hash("a"), NOW);
    rotate("x", "y");
    rotate("x", "stolen", LATER);

    assertThat(sessions.endedSince(NOW)).containsExactlyInAnyOrder(FIRST, SECOND);
    assertThat(sessions.endedSince(NOW.plusMillis(1))).containsExactly(SECOND);
    assertThat(sessions.endedSince(LATER.plusMillis(1))).isEmpty();
  }

  @Test
  void a_session_that_was_ended_is_told_of_until_it_would_have_expired() {
    start("a", "session-1");
    sessions.end(hash("a"), NOW);

    forgetExpired(END);
    assertThat(sessions.endedSince(NOW)).containsExactly(FIRST);
    forgetExpired(END.plusMillis(1));
    assertThat(sessions.endedSince(NOW)).isEmpty();
  }

  @RepeatedTest(5)
  void a_token_that_is_exchanged_while_its_session_ends_buys_nothing_afterwards() {
    start("a", "session-1");

    Race.of(2, i -> i == 0 ? rotate("a", "b") : sessions.endAll(ADA, NOW));

    assertThat(rotate("a", "c")).isEqualTo(REFUSED);
    assertThat(rotate("b", "d")).isEqualTo(REFUSED);
    assertThat(sessions.of(ADA, NOW)).isEmpty();
  }

  private void start(String token, String session) {
    sessions.start(ASession.of("ada", session), hash(token));
  }

  private Rotation rotate(String presented, String next) {
    return rotate(presented, next, NOW);
  }

  private Rotation rotate(String presented, String next, Instant now) {
    return sessions.rotate(hash(presented), to(next), now, now.plus(OVERLAP));
  }

  private static Successor to(String next) {
    return new Successor(hash(next), END);
  }

  private static TokenHash hash(String token) {
    return new TokenHash(token);
  }
}
