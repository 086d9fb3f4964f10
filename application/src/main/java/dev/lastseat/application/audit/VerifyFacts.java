package dev.lastseat.application.audit;

import dev.lastseat.application.port.Underway;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.store.Store;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through all facts and all that the store has, and says what differs: the log itself, the
 * tree and the checkpoints over it, each aggregate and what its facts add up to, each place. It may
 * run while others book.
 */
public record VerifyFacts(Store store, Underway underway, Signer signer, Clock clock) {
  private static final int PAGE = 500;

  /** {@code kept} are checkpoints that somebody kept outside. */
  public Findings handle(List<SignedCheckpoint> kept) {
    Findings findings = new Findings();
    StoreCheck check = new StoreCheck(this, findings);
    underway.arrive().run();
    check.checkAll();
    readLog(check.streams(), new TreeCheck(store.sealedTree(), signer, kept, findings), findings);
    check.checkPlaces();
    check.tellLeftOut();
    return findings;
  }

  /** Up to where the log ends when this begins to read its last page. */
  private void readLog(StreamCheck streams, TreeCheck tree, Findings findings) {
    long read = 0;
    List<RecordedFact> page = page(read, tree, findings);
    while (!page.isEmpty()) {
      Set<StreamId> named = new LinkedHashSet<>();
      for (RecordedFact fact : page) {
        if (fact.sequence() != read + 1) {
          findings.differs("fact " + (read + 1), "is missing");
          tree.breakOff();
        }
        read = fact.sequence();
        findings.countFact();
        tree.add(fact);
        named.add(fact.fact().stream());
      }
      streams.checkNamed(named);
      page = page(read, tree, findings);
    }
    tree.end();
  }

  /** Where one makes no sense, those before it, and after them what comes behind it. */
  private List<RecordedFact> page(long read, TreeCheck tree, Findings findings) {
    try {
      return store.facts().after(read, PAGE);
    } catch (CorruptDocument _) {
      return one(read, tree, findings);
    }
  }

  private List<RecordedFact> one(long read, TreeCheck tree, Findings findings) {
    try {
      return store.facts().after(read, 1);
    } catch (CorruptDocument corrupt) {
      findings.differs("fact " + (read + 1), corrupt);
      tree.breakOff();
      return read < store.facts().head() ? page(read + 1, tree, findings) : List.of();
    }
  }
}
