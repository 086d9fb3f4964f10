package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.claim.PlaceRanges.Range;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds exactly the places that nobody has. Counts stretch by stretch, which reads nothing but the
 * primary key, and looks closer only where a count is short: a million places that are all taken
 * are a hundred counts.
 */
public record FreePlaces(SqlConnection connection, EventId event) {
  private static final String OF_EVENT = "event = (select seq from event where id = ?)";
  private static final String HIGHEST =
      "select coalesce(max(place), 0) from place where " + OF_EVENT;
  private static final String COUNT_BETWEEN =
      "select count(*) from place where " + OF_EVENT + " and place between ? and ?";
  private static final String BETWEEN =
      "select place from place where " + OF_EVENT + " and place between ? and ? order by place";

  private static final int STRETCH = 10_000;

  /** The lowest {@code limit} free places within the ranges, ascending. */
  public List<Integer> lowest(PlaceRanges ranges, int limit) throws SQLException {
    List<Integer> free = new ArrayList<>();
    for (Range range : ranges.ranges()) {
      addLowest(range, limit, free);
    }
    return free;
  }

  private void addLowest(Range range, int limit, List<Integer> free) throws SQLException {
    for (int from = range.first(); from <= range.last() && free.size() < limit; from += STRETCH) {
      int to = Math.min(range.last(), from + STRETCH - 1);
      if (taken(from, to) <= to - from) {
        collect(from, to, limit, free);
      }
    }
  }

  /** The highest place that is taken; 0 where none is. */
  public int highest() throws SQLException {
    return Math.toIntExact(connection.number(HIGHEST, event.value()));
  }

  int taken(int from, int to) throws SQLException {
    return Math.toIntExact(connection.number(COUNT_BETWEEN, event.value(), from, to));
  }

  private void collect(int from, int to, int limit, List<Integer> free) throws SQLException {
    int next = from;
    for (int taken : connection.list(BETWEEN, Row::first, event.value(), from, to)) {
      addRun(next, taken - 1, limit, free);
      next = taken + 1;
    }
    addRun(next, to, limit, free);
  }

  private static void addRun(int from, int to, int limit, List<Integer> free) {
    for (int place = from; place <= to && free.size() < limit; place++) {
      free.add(place);
    }
  }
}
