package dev.lastseat.domain.user;

import java.util.Locale;

/** What a user may do: a user buys, an admin runs events too. */
public enum Role {
  USER,
  ADMIN;

  /** The role as the HTTP contract and the stores spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
