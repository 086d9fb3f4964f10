package dev.lastseat.embedded.sqlite.fact;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.embedded.sqlite.engine.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The log in the table {@code fact}; a fact is in it as soon as it happened. */
public record SqliteFactLog(Database database) implements FactLog {
  private static final String AFTER =
      "select * from fact where sequence > ? order by sequence limit ?";
  private static final String OF_STREAM = "select * from fact where stream = ? order by version";
  private static final String OF_STREAMS =
      """
      select * from fact where stream in (select value from json_each(?))
      order by stream, version
      """;
  private static final String BOOKINGS =
      """
      select * from fact
      where version = 1 and data ->> 'event' = ? and sequence > ? and kind like 'booking.%'
      order by sequence limit ?
      """;
  private static final String HEAD = "select coalesce(max(sequence), 0) from fact";

  @Override
  public List<RecordedFact> after(long sequence, int limit) {
    return database.scan(store -> store.list(AFTER, FactRows::read, sequence, limit));
  }

  @Override
  public List<RecordedFact> of(StreamId stream) {
    return database.list(OF_STREAM, FactRows::read, stream.text());
  }

  @Override
  public Map<StreamId, List<RecordedFact>> ofAll(Collection<StreamId> streams) {
    List<String> wanted = streams.stream().map(StreamId::text).toList();
    Map<StreamId, List<RecordedFact>> facts =
        database.scan(store -> store.list(OF_STREAMS, FactRows::read, wanted)).stream()
            .collect(Collectors.groupingBy(recorded -> recorded.fact().stream()));
    streams.forEach(stream -> facts.putIfAbsent(stream, List.of()));
    return facts;
  }

  @Override
  public List<RecordedFact> bookingsOf(EventId event, long after, int limit) {
    return database.scan(
        store -> store.list(BOOKINGS, FactRows::read, event.value(), after, limit));
  }

  @Override
  public long head() {
    return database.number(HEAD);
  }
}
