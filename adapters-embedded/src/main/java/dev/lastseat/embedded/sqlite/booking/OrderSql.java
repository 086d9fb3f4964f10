package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.embedded.sqlite.engine.Sql;

/** Statements about orders; see the schema's V1.sql. */
public enum OrderSql implements Sql {
  INSERT("insert into orders (id, user_id, idempotency_key, created_at) values (?, ?, ?, ?)"),
  FIND("select * from orders where id = ?"),
  FIND_BY_KEY("select * from orders where user_id = ? and idempotency_key = ?"),
  BOOKINGS("select id from booking where order_id = ? order by seq");

  private final String text;

  OrderSql(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
