package dev.lastseat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.fixture.AnEvent;
import org.junit.jupiter.api.Test;

/** What is proven of the sealed facts, and what never is. */
class ProveFactsTest {
  private final Sealed sealed = new Sealed();

  @Test
  void every_sealed_fact_is_proven_to_be_in_the_newest_checkpoint() {
    addAndSeal(7);
    addAndSeal(4);
    sealed.fakes.add(AnEvent.published());

    for (long sequence = 1; sequence <= 11; sequence++) {
      ProveFacts.SealedFact fact = sealed.prover().fact(sequence).orElseThrow();
      assertThat(fact.fact().sequence()).isEqualTo(sequence);
      assertThat(fact.seal().size()).isEqualTo(11);
      assertThat(
              fact.proof()
                  .holds(
                      fact.leaf(),
                      fact.seal().signed().checkpoint().root(),
                      sealed.signer.hasher()))
          .isTrue();
    }
    assertThat(sealed.prover().fact(0)).isEmpty();
    assertThat(sealed.prover().fact(12)).isEmpty();
  }

  @Test
  void before_the_first_checkpoint_there_is_that_of_no_facts() {
    assertThat(sealed.prover().head().size()).isZero();
    assertThat(sealed.signer.hasSigned(sealed.prover().head().signed())).isTrue();
    addAndSeal(1);
    assertThat(sealed.prover().head()).isEqualTo(sealed.tree.newest().orElseThrow());
  }

  @Test
  void a_later_checkpoint_is_proven_to_have_what_an_earlier_one_had() {
    addAndSeal(7);
    addAndSeal(4);
    ProveFacts.Extension extension = sealed.prover().extension(7, 11).orElseThrow();

    assertThat(extension.from().size()).isEqualTo(7);
    assertThat(
            extension
                .proof()
                .holds(
                    extension.from().signed().checkpoint().root(),
                    extension.to().signed().checkpoint().root(),
                    sealed.signer.hasher()))
        .isTrue();
    assertThat(sealed.prover().extension(11, 7)).isEmpty();
    assertThat(sealed.prover().extension(7, 10)).isEmpty();
    assertThat(sealed.prover().extension(6, 11)).isEmpty();
  }

  @Test
  void what_was_changed_after_it_was_sealed_is_proven_by_nothing() {
    addAndSeal(7);
    ListedFacts forged = ListedFacts.of(sealed.log);
    forged.forge(2, "price", "1.00");
    ProveFacts prover = new ProveFacts(forged, sealed.tree, sealed.signer, sealed.fakes.clock);

    assertThat(prover.fact(2)).isPresent();
    assertThatThrownBy(() -> prover.fact(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("fact 3 is not what the checkpoint 7 was signed of: see ./lastseat verify");
  }

  private void addAndSeal(int events) {
    for (int i = 0; i < events; i++) {
      sealed.fakes.add(AnEvent.published());
    }
    sealed.fakes.clock.advance(Sealed.PAUSE);
    sealed.seal();
  }
}
