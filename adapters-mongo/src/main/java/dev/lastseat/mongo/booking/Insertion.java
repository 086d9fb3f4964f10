package dev.lastseat.mongo.booking;

import com.mongodb.bulk.BulkWriteError;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.mongo.engine.Failures;

/** What became of one booking of a batch. */
sealed interface Insertion {
  String ALLOWANCES_ONCE = "allowances_once";
  String KEY_ONCE = "key_once";

  /** Stored, and it stands by the event as it was read afterwards. */
  record Stored() implements Insertion {}

  /** Taken back, since the event as it was read afterwards is gone or does not admit it. */
  record NotAdmitted() implements Insertion {}

  /** Not stored, since another document was there first, which has what it would have needed. */
  enum Lost implements Insertion {
    PLACE,
    ALLOWANCE,
    KEY;

    /** A race that ended in a deadlock says no more than that somebody was there. */
    static Lost by(BulkWriteError error) {
      if (!Failures.isDuplicate(error.getCode())) {
        return PLACE;
      }
      return switch (Failures.index(error.getMessage())) {
        case ALLOWANCES_ONCE -> ALLOWANCE;
        case KEY_ONCE -> KEY;
        default -> PLACE;
      };
    }
  }

  /** Stored or not, or not judged: neither the answer nor the store itself could tell. */
  record Unknown(StoreUnavailable failure) implements Insertion {}

  /** Where it was refused by itself, a majority may not have it. */
  static Insertion refusedBy(BulkWriteError error) {
    return Failures.isOfItself(error)
        ? new Unknown(new StoreUnavailable("mongodb: " + error.getMessage()))
        : Lost.by(error);
  }
}
