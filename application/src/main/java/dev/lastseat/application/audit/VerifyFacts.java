package dev.lastseat.application.audit;

import dev.lastseat.application.port.Underway;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.fact.SealedTree;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.port.store.sale.Tickets;
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

  /** What is compared. */
  public record Stores(
      Events events,
      Bookings bookings,
      Orders orders,
      Tickets tickets,
      Payments payments,
      Checkins checkins,
      Accounts accounts,
      FactLog log,
      Underway underway,
      SealedTree tree) {}

  /** Users, and what lets them in. */
  public record Accounts(Users users, Sessions sessions, ApiKeys apiKeys, Passkeys passkeys) {}

  /** {@code kept} are checkpoints that somebody kept outside. */
  public Findings handle(List<SignedCheckpoint> kept) {
    Findings findings = new Findings();
    StoreCheck store = new StoreCheck(stores, signer, clock, findings);
    stores.underway().arrive().run();
    store.checkAll();
    readLog(store.streams(), new TreeCheck(stores.tree(), signer, kept, findings), findings);
    store.checkPlaces();
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
