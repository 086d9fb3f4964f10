package dev.lastseat.application.audit;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.fact.FactLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A log that anybody can rewrite. */
class ListedFacts implements FactLog {
  final List<RecordedFact> facts;

  /** How many somebody asked for at once. */
  int most;

  ListedFacts(List<RecordedFact> facts) {
    this.facts = new ArrayList<>(facts);
  }

  static ListedFacts of(FactLog log) {
    return new ListedFacts(log.after(0, 100_000));
  }

  /** Has the fact tell another value. */
  void forge(int index, String field, String value) {
    SortedMap<String, String> data = new TreeMap<>(facts.get(index).fact().data());
    data.put(field, value);
    Fact fact = facts.get(index).fact();
    replace(
        index, new Fact(fact.stream(), fact.version(), fact.kind(), fact.at(), fact.cause(), data));
  }

  void replace(int index, Fact fact) {
    facts.set(index, new RecordedFact(facts.get(index).sequence(), fact));
  }

  @Override
  public List<RecordedFact> after(long sequence, int limit) {
    most = Math.max(most, limit);
    return facts.stream().filter(it -> it.sequence() > sequence).limit(limit).toList();
  }

  @Override
  public List<RecordedFact> of(StreamId stream) {
    return facts.stream().filter(it -> it.fact().stream().equals(stream)).toList();
  }

  @Override
  public Map<StreamId, List<RecordedFact>> ofAll(Collection<StreamId> streams) {
    Map<StreamId, List<RecordedFact>> found = new LinkedHashMap<>();
    streams.forEach(stream -> found.put(stream, of(stream)));
    return found;
  }

  @Override
  public List<RecordedFact> bookingsOf(EventId event, long after, int limit) {
    throw new UnsupportedOperationException("is not verified by event");
  }

  @Override
  public long head() {
    return facts.isEmpty() ? 0 : facts.getLast().sequence();
  }
}
