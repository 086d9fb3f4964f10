package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.embedded.sqlite.engine.Sql;

/** Statements about users and their sessions. */
public enum AccountSql implements Sql {
  EMAIL_TAKEN("select exists (select 1 from user where email = ?)"),
  ADD(
      """
      insert into user (id, email, name, role, password_hash, created_at)
      values (?, ?, ?, ?, ?, ?)
      """),
  FIND("select * from user where id = ?"),
  FIND_BY_EMAIL("select * from user where email = ?"),
  HAS_ROLE("select exists (select 1 from user where role = ?)"),
  START(
      """
      insert into session (token_hash, family, user_id, parent, expires_at)
      values (?, ?, ?, ?, ?)
      """),
  FIND_SESSION("select * from session where token_hash = ?"),
  OVERLAP("update session set overlap_end = ? where token_hash = ?"),
  END_FAMILY("delete from session where family = ?"),
  END(
      """
      delete from session where family = (select family from session where token_hash = ?)
      """),
  FORGET_EXPIRED("delete from session where expires_at < ?");

  private final String text;

  AccountSql(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
