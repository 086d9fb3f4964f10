package dev.lastseat.embedded.sqlite.booking;

/** What stands in the way of a new booking; {@link BookingSql#LOOK} spells all but the second. */
enum Obstacle {
  NONE,
  NOT_ADMITTED,
  KEY_USED,
  ALLOWANCE_SPENT,
  PLACE_TAKEN
}
