package dev.lastseat.domain.contract;

import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Orders;
import java.util.List;

/**
 * One empty store, and the log of what happens in it.
 *
 * @param arrive brings everything that happened into the log
 */
public record FactStores(
    Stores stores, Orders orders, People people, FactLog log, Runnable arrive) {

  /** Users, and what lets them in. */
  public record People(Users users, Sessions sessions, ApiKeys apiKeys, Passkeys passkeys) {}

  /** The log, when everything has arrived in it. */
  FactLog arrived() {
    arrive.run();
    return log;
  }

  List<Fact> facts(StreamId stream) {
    return arrived().of(stream).stream().map(RecordedFact::fact).toList();
  }

  List<String> kinds(StreamId stream) {
    return facts(stream).stream().map(Fact::kind).toList();
  }
}
