package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.store.fact.FactPositions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises of those who follow the facts. */
public abstract class FactPositionsContract {
  private FactPositions positions;

  /** An empty store; called before each test. */
  protected abstract FactPositions open();

  @BeforeEach
  void openStore() {
    positions = open();
  }

  @Test
  void a_follower_begins_at_nothing_and_goes_on_where_it_came_to() {
    assertThat(positions.of("mails")).isZero();
    assertThat(positions.advance("mails", 0, 7)).isTrue();
    assertThat(positions.advance("mails", 7, 9)).isTrue();
    assertThat(positions.of("mails")).isEqualTo(9);
    assertThat(positions.of("webhooks")).isZero();
  }

  @Test
  void who_did_not_see_where_another_came_to_moves_nothing() {
    positions.advance("mails", 0, 7);
    assertThat(positions.advance("mails", 0, 3)).isFalse();
    assertThat(positions.advance("mails", 6, 8)).isFalse();
    assertThat(positions.of("mails")).isEqualTo(7);
  }

  @Test
  void of_many_who_go_on_from_the_same_place_one_does() {
    List<Boolean> moved = Race.of(8, i -> positions.advance("mails", 0, 10 + i));
    assertThat(moved).containsOnlyOnce(true);
  }
}
