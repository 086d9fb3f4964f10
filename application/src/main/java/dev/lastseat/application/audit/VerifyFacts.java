package dev.lastseat.application.audit;

import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.store.Bookings;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.port.store.FactLog;
import dev.lastseat.domain.port.store.Orders;
import dev.lastseat.domain.port.store.SealedTree;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through all facts and all that the store has, and says what differs: the log itself, the
 * tree and the checkpoints over it, each aggregate and what its facts add up to, each place. It may
 * run while others book.
 */
public final class VerifyFacts {
  private static final int PAGE = 500;

  private final Stores stores;
  private final Signer signer;
  private final Clock clock;

  public VerifyFacts(Stores stores, Signer signer, Clock clock) {
    this.stores = stores;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * What is compared.
   *
   * @param arrive brings into the log what has happened, on a store that does so later
   */
  public record Stores(
      Events events,
      Bookings bookings,
      Orders orders,
      FactLog log,
      Runnable arrive,
      SealedTree tree) {}

  /** {@code kept} are checkpoints that somebody kept outside. */
  public Findings handle(List<SignedCheckpoint> kept) {
    Findings findings = new Findings();
    StreamCheck streams = new StreamCheck(stores, findings);
    TreeCheck tree = new TreeCheck(stores.tree(), signer, kept, findings);
    stores.arrive().run();
    readLog(streams, tree, findings);
    new StoreCheck(stores, streams, clock, findings).run();
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
      streams.checkThoseThatBegin(named, page.getFirst().sequence());
      page = page(read, tree, findings);
    }
    tree.end();
  }

  /** Where one makes no sense, those before it, and after them what comes behind it. */
  private List<RecordedFact> page(long read, TreeCheck tree, Findings findings) {
    try {
      return stores.log().after(read, PAGE);
    } catch (CorruptDocument _) {
      return one(read, tree, findings);
    }
  }

  private List<RecordedFact> one(long read, TreeCheck tree, Findings findings) {
    try {
      return stores.log().after(read, 1);
    } catch (CorruptDocument corrupt) {
      findings.differs("fact " + (read + 1), corrupt);
      tree.breakOff();
      return read < stores.log().head() ? page(read + 1, tree, findings) : List.of();
    }
  }
}
