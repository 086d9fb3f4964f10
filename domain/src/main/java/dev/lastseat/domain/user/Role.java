package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.Spelled;

/**
 * What a user may do, each role all that those before it may: a user buys; staff looks bookings up,
 * whoever's they are; an organiser runs events of their own, and looks up the bookings of those
 * alone; an admin runs everything.
 */
public enum Role implements Spelled {
  USER,
  STAFF,
  ORGANISER,
  ADMIN;

  public boolean atLeast(Role needed) {
    return compareTo(needed) >= 0;
  }
}
