package dev.lastseat.embedded;

import dev.lastseat.domain.event.EventId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The places of one event that live bookings have. */
record PlaceRows(SqlConnection connection, EventId event) {
  static final String COUNT =
      "select count(*) from place where event = (select seq from event where id = ?)";

  static final String HIGHEST =
      "select max(place) from place where event = (select seq from event where id = ?)";

  static final String HIGHEST_WITHIN =
      """
      select max(place) from place
      where event = (select seq from event where id = ?) and place <= ?
      """;

  /** Runs of free places below some taken one: each as its first and its last. */
  static final String GAPS =
      """
      select previous + 1, place - 1 from (
        select place, lag(place, 1, 0) over (order by place) as previous from place
        where event = (select seq from event where id = ?) and place <= ?)
      where place > previous + 1 limit ?
      """;

  private record Run(int first, int last) {}

  int count() throws SQLException {
    return (int) connection.number(COUNT, event.value());
  }

  int highest() throws SQLException {
    return (int) connection.number(HIGHEST, event.value());
  }

  /** The lowest free places; an event that is full is not walked through. */
  List<Integer> free(int total, int limit) throws SQLException {
    if (count() >= total && highest() <= total) {
      return List.of();
    }
    List<Run> runs =
        new ArrayList<>(
            connection.list(
                GAPS, row -> new Run(row.getInt(1), row.getInt(2)), event.value(), total, limit));
    int end = (int) connection.number(HIGHEST_WITHIN, event.value(), total);
    runs.add(new Run(end + 1, total));
    List<Integer> free = new ArrayList<>();
    for (Run run : runs) {
      for (int place = run.first(); place <= run.last() && free.size() < limit; place++) {
        free.add(place);
      }
    }
    return free;
  }
}
