package dev.lastseat.domain.user;

import java.util.Locale;

/**
 * What a user may do, each role all that those before it may: a user buys; staff looks bookings up,
 * whoever's they are; an organiser runs events of their own, and looks up the bookings of those
 * alone; an admin runs everything.
 */
public enum Role {
  USER,
  STAFF,
  ORGANISER,
  ADMIN;

  public boolean atLeast(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The role as the HTTP contract and the stores spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
