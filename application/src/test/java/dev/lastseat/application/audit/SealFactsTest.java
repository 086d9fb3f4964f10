package dev.lastseat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.MerkleTree;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.fixture.AnEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the facts come into the tree, and what is signed of it. */
class SealFactsTest {
  private final Sealed sealed = new Sealed();

  @Test
  void without_facts_there_is_nothing_to_sign() {
    sealed.seal();

    assertThat(sealed.tree.newest()).isEmpty();
  }

  @Test
  void what_is_in_the_log_is_sealed_and_signed() {
    add(3);
    sealed.seal();

    Seal seal = sealed.tree.newest().orElseThrow();
    assertThat(seal.size()).isEqualTo(3);
    assertThat(seal.at()).isEqualTo(sealed.fakes.clock.instant());
    assertThat(sealed.signer.hasSigned(seal.signed())).isTrue();
    assertThat(seal.signed().checkpoint().root()).isEqualTo(root(3));
  }

  @Test
  void it_goes_on_where_the_last_checkpoint_ended_and_not_before_some_time_has_passed() {
    add(3);
    sealed.seal();
    add(2);
    sealed.fakes.clock.advance(Sealed.PAUSE.minusMillis(1));
    sealed.seal();
    assertThat(sizes()).containsExactly(3L);

    sealed.fakes.clock.advance(Sealed.PAUSE);
    sealed.seal();
    sealed.fakes.clock.advance(Sealed.PAUSE);
    sealed.seal();
    assertThat(sizes()).containsExactly(3L, 5L);
  }

  @Test
  void a_clock_that_jumps_an_hour_forward_and_back_keeps_nothing_from_being_sealed() {
    sealed.fakes.clock.advance(Duration.ofHours(1));
    add(3);
    sealed.seal();

    sealed.fakes.clock.advance(Duration.ofHours(-1));
    add(2);
    sealed.seal();

    assertThat(sizes()).containsExactly(3L, 5L);
    assertThat(sealed.verify(sealed.log).differences()).isEmpty();
  }

  @Test
  void a_long_log_is_sealed_in_parts_that_make_the_same_tree() {
    add(5_300);
    sealed.seal();

    assertThat(sizes()).containsExactly(5_000L, 5_300L);
    assertThat(sealed.tree.newest().orElseThrow().signed().checkpoint().root())
        .isEqualTo(root(5_300));
  }

  @Test
  void of_a_long_log_only_a_little_is_in_memory_at_once() {
    add(1_200);
    ListedFacts facts = ListedFacts.of(sealed.log);
    sealed.sealer(facts).handle();

    assertThat(sizes()).containsExactly(1_200L);
    assertThat(facts.most).isEqualTo(SealFacts.AT_ONCE);
  }

  @Test
  void two_who_seal_at_once_make_the_same() {
    add(300);
    sealed.seal();
    Seal first = sealed.tree.newest().orElseThrow();
    Sealed other = new Sealed();
    new SealFacts(sealed.log, other.tree, other.signer, Sealed.PAUSE, other.fakes.clock).handle();

    assertThat(other.tree.newest().orElseThrow().signed()).isEqualTo(first.signed());
    assertThat(other.tree.at(0, 1)).isEqualTo(sealed.tree.at(0, 1));
  }

  @Test
  void a_log_with_a_gap_is_not_sealed() {
    add(3);
    ListedFacts facts = ListedFacts.of(sealed.log);
    facts.facts.remove(1);

    assertThatThrownBy(() -> sealed.sealer(facts).handle())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the log has no fact 2, but 3");
    assertThat(sealed.tree.newest()).isEmpty();
  }

  private void add(int events) {
    for (int i = 0; i < events; i++) {
      sealed.fakes.add(AnEvent.published());
    }
  }

  private List<Long> sizes() {
    return sealed.tree.after(0, 100).stream().map(Seal::size).toList();
  }

  private Hash root(long size) {
    return new MerkleTree(sealed.signer.hasher(), sealed.tree).root(size);
  }
}
