package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.embedded.sqlite.engine.Sql;

/** Statements about bookings; see the schema's V1.sql. */
public enum BookingSql implements Sql {
  /** Names the first {@link Obstacle}: user, key, event, ticket number, allowances, places. */
  LOOK(
      """
      select case
        when exists (select 1 from booking where user_id = ?1 and idempotency_key = ?2)
          then 'KEY_USED'
        when exists (select 1 from allowance where event_id = ?3 and user_id = ?1
            and allowance in (select value from json_each(?5)))
          then 'ALLOWANCE_SPENT'
        when exists (select 1 from place where event_id = ?3
            and place in (select value from json_each(?6)))
          then 'PLACE_TAKEN'
        when exists (select 1 from booking where event_id = ?3 and ticket_number = ?4)
          then 'PLACE_TAKEN'
        else 'NONE'
      end
      """),
  /** The same where both are without gaps, as they mostly are: in half the time. */
  LOOK_AT_RUNS(
      """
      select case
        when exists (select 1 from booking where user_id = ?1 and idempotency_key = ?2)
          then 'KEY_USED'
        when exists (select 1 from allowance where event_id = ?3 and user_id = ?1
            and allowance between ?5 and ?6)
          then 'ALLOWANCE_SPENT'
        when exists (select 1 from place where event_id = ?3 and place between ?7 and ?8)
          then 'PLACE_TAKEN'
        when exists (select 1 from booking where event_id = ?3 and ticket_number = ?4)
          then 'PLACE_TAKEN'
        else 'NONE'
      end
      """),
  INSERT(
      """
      insert into booking (
        status, places, allowances, expires_at, confirmed_at, cancelled_at, reason, expired_at,
        id, event_id, user_id, ticket_number, quantity, hold, unit_price, currency,
        idempotency_key, booked_at, order_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """),
  CHANGE(
      """
      update booking set status = ?, places = ?, allowances = ?, expires_at = ?, confirmed_at = ?,
        cancelled_at = ?, reason = ?, expired_at = ?
      where id = ? and status = ? and places = ?
      """),
  /** Whether another live booking has one of the places or allowances. */
  CLAIMED_BY_OTHERS(
      """
      select exists (select 1 from place where event_id = ?2
            and place in (select value from json_each(?4))
            and booking <> (select seq from booking where id = ?1))
        or exists (select 1 from allowance where event_id = ?2 and user_id = ?3
            and allowance in (select value from json_each(?5))
            and allowance not in (
              select value from json_each((select allowances from booking where id = ?1))))
      """),
  FIND("select * from booking where id = ?"),
  FIND_BY_KEY("select * from booking where user_id = ? and idempotency_key = ?"),
  FIND_OF_EVENT_BY_KEY(
      "select * from booking where user_id = ? and idempotency_key = ? and event_id = ?"),
  OVERDUE(
      """
      select * from booking where status = 'pending' and expires_at <= ?
      order by expires_at limit ?
      """),
  OVERDUE_OF_EVENT(
      """
      select * from booking where status = 'pending' and event_id = ? and expires_at <= ?
      order by expires_at limit ?
      """),
  /** The events come first: few are cancelled, and fewer have live bookings. */
  LIVE_OF_CANCELLED_EVENTS(
      """
      select booking.* from event cross join booking on booking.event_id = event.id
      where event.status = 'cancelled' and booking.status in ('pending', 'confirmed')
      limit ?
      """),
  COUNT(
      """
      select event_id,
        coalesce(sum(quantity) filter (where status = 'confirmed'), 0) as confirmed,
        coalesce(sum(quantity) filter (where status = 'pending'), 0) as held
      from booking
      where event_id in (select value from json_each(?)) and status in ('pending', 'confirmed')
      group by event_id
      """),
  ALLOWANCES("select allowance from allowance where event_id = ? and user_id = ?");

  private final String text;

  BookingSql(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
