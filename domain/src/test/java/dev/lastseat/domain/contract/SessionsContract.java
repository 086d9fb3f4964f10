package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.port.Sessions.Rotation;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises. */
public abstract class SessionsContract {
  private static final UserId ADA = new UserId("ada");
  private static final Instant NOW = TickingClock.START;
  private static final Instant END = NOW.plusSeconds(3_600);
  private static final Rotation ROTATED = new Rotation.Rotated(ADA);
  private static final Rotation REUSED = new Rotation.Reused(ADA);
  private static final Rotation REFUSED = new Rotation.Refused();

  private Sessions sessions;

  /** An empty store; called before each test. */
  protected abstract Sessions open();

  @BeforeEach
  void openSessions() {
    sessions = open();
  }

  @Test
  void a_token_is_exchanged_for_the_next_and_that_for_the_one_after_it() {
    start("a", "family-1");

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
  void a_token_that_was_used_ends_its_family_and_no_other() {
    start("a", "family-1");
    start("x", "family-2");
    rotate("a", "b");
    rotate("b", "c");

    assertThat(rotate("a", "stolen")).isEqualTo(REUSED);
    assertThat(rotate("c", "d")).isEqualTo(REFUSED);
    assertThat(rotate("stolen", "e")).isEqualTo(REFUSED);
    assertThat(rotate("a", "f")).isEqualTo(REFUSED);
    assertThat(rotate("x", "y")).isEqualTo(ROTATED);
  }

  @Test
  void a_token_that_expired_is_refused_and_its_successor_expires_by_itself() {
    start("a", "family-1");

    assertThat(sessions.rotate(hash("a"), hash("b"), END.minusMillis(1), END.plusSeconds(60)))
        .isEqualTo(ROTATED);
    assertThat(sessions.rotate(hash("b"), hash("c"), END.plusSeconds(59), END.plusSeconds(60)))
        .isEqualTo(ROTATED);
    assertThat(sessions.rotate(hash("c"), hash("d"), END.plusSeconds(61), END.plusSeconds(600)))
        .isEqualTo(REFUSED);
  }

  @Test
  void a_token_has_an_owner_used_or_not_until_its_family_ends() {
    start("a", "family-1");
    rotate("a", "b");

    assertThat(sessions.owner(hash("a"))).contains(ADA);
    assertThat(sessions.owner(hash("b"))).contains(ADA);
    assertThat(sessions.owner(hash("unknown"))).isEmpty();

    sessions.end(hash("b"), ADA);
    assertThat(sessions.owner(hash("a"))).isEmpty();
    assertThat(sessions.owner(hash("b"))).isEmpty();
  }

  @Test
  void ending_by_any_token_of_a_family_ends_all_of_it() {
    start("a", "family-1");
    start("x", "family-2");
    rotate("a", "b");

    sessions.end(hash("a"), ADA);

    assertThat(rotate("b", "c")).isEqualTo(REFUSED);
    assertThat(rotate("x", "y")).isEqualTo(ROTATED);
  }

  @Test
  void nobody_ends_the_session_of_somebody_else_or_an_unknown_one() {
    start("a", "family-1");

    sessions.end(hash("a"), new UserId("eve"));
    sessions.end(hash("unknown"), ADA);

    assertThat(rotate("a", "b")).isEqualTo(ROTATED);
  }

  @Test
  void forgetting_what_expired_keeps_what_did_not() {
    start("old", "family-1");
    sessions.start(new Session(hash("young"), "family-2", ADA, END.plusSeconds(600)));

    sessions.forgetExpired(END.plusSeconds(1));

    assertThat(rotate("old", "b")).isEqualTo(REFUSED);
    assertThat(rotate("young", "c")).isEqualTo(ROTATED);
  }

  @RepeatedTest(5)
  void of_two_exchanges_of_one_token_one_succeeds_and_the_other_ends_the_family() {
    start("a", "family-1");
    List<String> next = List.of("b", "c");

    List<Rotation> answers = Race.of(2, i -> rotate("a", next.get(i)));

    assertThat(answers).containsExactlyInAnyOrder(ROTATED, REUSED);
    assertThat(rotate("b", "d")).isEqualTo(REFUSED);
    assertThat(rotate("c", "e")).isEqualTo(REFUSED);
  }

  private void start(String token, String family) {
    sessions.start(new Session(hash(token), family, ADA, END));
  }

  private Rotation rotate(String presented, String next) {
    return sessions.rotate(hash(presented), hash(next), NOW, END);
  }

  private static TokenHash hash(String token) {
    return new TokenHash(token);
  }
}
