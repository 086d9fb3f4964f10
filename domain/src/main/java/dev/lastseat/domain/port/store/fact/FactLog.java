package dev.lastseat.domain.port.store.fact;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All that happened. Facts are written by the stores of what they tell of, each in the step that
 * changes it; nobody changes one or takes one away. A store may let a fact come into the log a
 * moment after it happened; in one stream they keep their order.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store did not answer in time.
 */
public interface FactLog {
  /** Those that come after the sequence, in sequence, without gaps; at most {@code limit}. */
  List<RecordedFact> after(long sequence, int limit);

  /** Those of one stream, in the order of their versions. */
  List<RecordedFact> of(StreamId stream);

  /** The same for many; a stream without facts has an empty list. */
  Map<StreamId, List<RecordedFact>> ofAll(Collection<StreamId> streams);

  /**
   * The first fact of each booking that was ever made of the event: those that come after the
   * sequence, in sequence; at most {@code limit}.
   */
  List<RecordedFact> bookingsOf(EventId event, long after, int limit);

  /** The sequence of the latest one; 0 without any. */
  long head();
}
