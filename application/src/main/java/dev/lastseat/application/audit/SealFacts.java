package dev.lastseat.application.audit;

import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.Tile;
import dev.lastseat.domain.audit.TreeBuilder;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.fact.SealedTree;
import dev.lastseat.domain.shared.Instants;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes what came into the log into the tree, and signs what the tree is then. It follows a little
 * behind, so that nobody who books waits for it, and any number of instances may do it at once: the
 * same facts make the same tree and the same signature.
 */
public final class SealFacts {
  /** Of one checkpoint at the most. */
  private static final int MANY = 5_000;

  /** In memory at once: what is new is collected cheaply as long as it is little. */
  static final int AT_ONCE = 500;

  private final FactLog log;
  private final SealedTree tree;
  private final Signer signer;
  private final Duration pause;
  private final Clock clock;

  /** {@code pause} is the least time between two checkpoints, unless there is a lot to seal. */
  public SealFacts(FactLog log, SealedTree tree, Signer signer, Duration pause, Clock clock) {
    this.log = log;
    this.tree = tree;
    this.signer = signer;
    this.pause = pause;
    this.clock = clock;
  }

  /** Seals all that is in the log now, unless that was done a moment ago. */
  public void handle() {
    Optional<Seal> newest = tree.newest();
    if (newest.filter(this::isOfAMomentAgo).isEmpty()) {
      long sealed = newest.map(Seal::size).orElse(0L);
      long head = log.head();
      while (sealed < head) {
        sealed = sealUpTo(Math.min(head, sealed + MANY), sealed);
      }
    }
  }

  /** One from the future is not: the clock was put back. */
  private boolean isOfAMomentAgo(Seal seal) {
    return Instants.areWithin(pause, seal.at(), clock.instant());
  }

  private long sealUpTo(long end, long sealed) {
    List<Tile> tiles = new ArrayList<>();
    TreeBuilder builder = TreeBuilder.at(sealed, signer.hasher(), tree, tiles::add);
    while (builder.size() < end) {
      addNext(builder);
    }
    tiles.addAll(builder.edge());
    tree.add(tiles, new Seal(signer.sign(builder.size(), builder.root()), clock.instant()));
    return builder.size();
  }

  private void addNext(TreeBuilder builder) {
    List<RecordedFact> facts = log.after(builder.size(), AT_ONCE);
    facts.forEach(fact -> add(fact, builder));
    if (facts.isEmpty()) {
      throw new IllegalStateException(
          "the log has no fact after " + builder.size() + ", and a later head");
    }
  }

  private void add(RecordedFact fact, TreeBuilder builder) {
    if (fact.sequence() != builder.size() + 1) {
      throw new IllegalStateException(
          "the log has no fact %d, but %d".formatted(builder.size() + 1, fact.sequence()));
    }
    builder.add(signer.hasher().leaf(fact));
  }
}
