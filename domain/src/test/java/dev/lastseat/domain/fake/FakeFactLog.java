package dev.lastseat.domain.fake;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.fact.FactLog;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts of a {@link FakeStore}. */
public final class FakeFactLog implements FactLog {
  private final FakeStore store;

  public FakeFactLog(FakeStore store) {
    this.store = store;
  }

  @Override
  public List<RecordedFact> after(long sequence, int limit) {
    return store.atomically(
        () -> store.facts.stream().filter(it -> it.sequence() > sequence).limit(limit).toList());
  }

  @Override
  public List<RecordedFact> of(StreamId stream) {
    return store.atomically(() -> store.factsOf(stream));
  }

  @Override
  public Map<StreamId, List<RecordedFact>> ofAll(Collection<StreamId> streams) {
    return streams.stream().distinct().collect(Collectors.toMap(Function.identity(), this::of));
  }

  @Override
  public List<RecordedFact> bookingsOf(EventId event, long after, int limit) {
    return store.atomically(
        () ->
            store.facts.stream()
                .filter(it -> it.sequence() > after && it.fact().version() == 1)
                .filter(it -> it.fact().stream().type().equals(StreamId.BOOKING))
                .filter(it -> event.value().equals(it.fact().data().get("event")))
                .limit(limit)
                .toList());
  }

  @Override
  public long head() {
    return store.atomically(() -> (long) store.facts.size());
  }
}
