package dev.lastseat.mongo.event;

import java.util.Locale;

/** A change of an event that takes more than one write, of which the first one is done. */
enum Unfinished {
  SHRINKING,
  DELETION;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
