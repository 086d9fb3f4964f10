package dev.lastseat.mongo.booking;

import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import dev.lastseat.mongo.engine.Failures;

/** What became of one booking of a batch. */
public sealed interface Insertion {
  /** Stored, and it stands by the event as it was read afterwards. */
  record Stored() implements Insertion {}

  /** Taken back, since the event as it was read afterwards is gone or does not admit it. */
  record NotAdmitted() implements Insertion {}

  /**
   * Not stored, since another document was there first.
   *
   * @param obstacle what that other document has
   */
  record Lost(Obstacle obstacle) implements Insertion {}

  /** Stored or not, or not judged: neither the answer nor the store itself could tell. */
  record Unknown(MongoException failure) implements Insertion {}

  /** What one document has that another would have needed. */
  enum Obstacle {
    PLACE,
    ALLOWANCE,
    KEY;

    /** A race that ended in a deadlock says no more than that somebody was there. */
    public static Obstacle of(BulkWriteError error) {
      if (!Failures.isDuplicate(error.getCode())) {
        return PLACE;
      }
      return switch (Failures.index(error.getMessage()).orElse("")) {
        case BookingSchema.ALLOWANCES_ONCE -> ALLOWANCE;
        case BookingSchema.KEY_ONCE -> KEY;
        default -> PLACE;
      };
    }
  }
}
