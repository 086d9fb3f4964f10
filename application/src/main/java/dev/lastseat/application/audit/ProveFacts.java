package dev.lastseat.application.audit;

import dev.lastseat.domain.audit.ConsistencyProof;
import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.InclusionProof;
import dev.lastseat.domain.audit.MerkleTree;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.VerifierKey;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.fact.SealedTree;
import java.time.Clock;
import java.util.Optional;

/**
 * Proves by the tree that a fact was sealed, and that a later checkpoint has all that an earlier
 * one had. What does not hold is never handed out as a proof.
 */
public record ProveFacts(FactLog log, SealedTree tree, Signer signer, Clock clock) {
  /** A fact, and that it is what the checkpoint was signed of. */
  public record SealedFact(RecordedFact fact, Hash leaf, InclusionProof proof, Seal seal) {}

  /** Two checkpoints, and that the later one has all facts of the earlier. */
  public record Extension(Seal from, Seal to, ConsistencyProof proof) {}

  public VerifierKey verifier() {
    return signer.verifier();
  }

  /** The newest checkpoint; before the first, that of no facts. */
  public Seal head() {
    return tree.newest()
        .orElseGet(() -> new Seal(signer.sign(0, signer.hasher().empty()), clock.instant()));
  }

  /** Empty for a fact that there is not, or that is not sealed yet. */
  public Optional<SealedFact> fact(long sequence) {
    return tree.newest()
        .filter(seal -> sequence >= 1 && sequence <= seal.size())
        .flatMap(seal -> find(sequence).map(fact -> proven(fact, seal)));
  }

  /** Empty where one of them is no size of a checkpoint, or the first is larger. */
  public Optional<Extension> extension(long from, long to) {
    return from > to
        ? Optional.empty()
        : tree.ofSize(from)
            .flatMap(earlier -> tree.ofSize(to).map(later -> extension(earlier, later)));
  }

  private Optional<RecordedFact> find(long sequence) {
    return log.after(sequence - 1, 1).stream().filter(it -> it.sequence() == sequence).findFirst();
  }

  private SealedFact proven(RecordedFact fact, Seal seal) {
    Hash leaf = signer.hasher().leaf(fact);
    InclusionProof proof = merkleTree().inclusion(fact.sequence() - 1, seal.size());
    require(proof.holds(leaf, root(seal), signer.hasher()), "fact " + fact.sequence(), seal);
    return new SealedFact(fact, leaf, proof, seal);
  }

  private Extension extension(Seal from, Seal to) {
    ConsistencyProof proof = merkleTree().consistency(from.size(), to.size());
    require(
        proof.holds(root(from), root(to), signer.hasher()), "the checkpoint " + from.size(), to);
    return new Extension(from, to, proof);
  }

  private MerkleTree merkleTree() {
    return new MerkleTree(signer.hasher(), tree);
  }

  private static Hash root(Seal seal) {
    return seal.signed().checkpoint().root();
  }

  private static void require(boolean holds, String what, Seal seal) {
    if (!holds) {
      throw new IllegalStateException(
          "%s is not what the checkpoint %d was signed of: see ./lastseat verify"
              .formatted(what, seal.size()));
    }
  }
}
