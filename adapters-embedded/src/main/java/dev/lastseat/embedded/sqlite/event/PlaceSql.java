package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.embedded.sqlite.engine.Sql;

/** Statements about the places that live bookings have. */
public enum PlaceSql implements Sql {
  HIGHEST("select coalesce(max(place), 0) from place where event_id = ?"),
  COUNT_BETWEEN("select count(*) from place where event_id = ? and place between ? and ?"),
  BETWEEN("select place from place where event_id = ? and place between ? and ? order by place"),
  ANY_TAKEN("select exists (select 1 from place where event_id = ?)"),
  /** Bookings with a place beyond the end; one may come more than once. */
  BEYOND(
      """
      select booking.id, booking.places
      from place cross join booking on booking.seq = place.booking
      where place.event_id = ? and place.place > ?
      order by place.place
      limit ?
      """),
  MOVE("update booking set places = ? where id = ?");

  private final String text;

  PlaceSql(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
