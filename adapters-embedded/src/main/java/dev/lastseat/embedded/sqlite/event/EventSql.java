package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.embedded.sqlite.engine.Sql;

/** Statements about events; see the schema's V1.sql. */
public enum EventSql implements Sql {
  ADD(
      """
      insert into event (
        name, name_folded, date, venue, venue_folded, words, total_tickets, price, currency,
        price_rank, max_tickets_per_user, status, version, updated_at, id, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """),
  UPDATE(
      """
      update event set name = ?, name_folded = ?, date = ?, venue = ?, venue_folded = ?,
        words = ?, total_tickets = ?, price = ?, currency = ?, price_rank = ?,
        max_tickets_per_user = ?, status = ?, version = ?, updated_at = ?
      where id = ?
      """),
  DELETE("update event set deleted_at = ? where id = ?"),
  FIND("select * from event where id = ? and deleted_at is null"),
  FIND_ALL("select * from event where id in (select value from json_each(?))");

  private final String text;

  EventSql(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
