package dev.lastseat.embedded;

/** What stands in the way of a new booking, as {@link BookingSql#LOOK} spells it. */
enum Obstacle {
  KEY_USED,
  ALLOWANCE_SPENT,
  PLACE_TAKEN,
  NONE
}
