package dev.lastseat.mongo.booking;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import java.util.List;
import org.bson.Document;

/** Conditional updates that go to the store in one command, and do not wait for each other. */
record BookingUpdates(Database db) {
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  /** How many found their booking as they wanted it, and were not refused. */
  int apply(List<UpdateOneModel<Document>> updates) {
    return db.ask(() -> matched(updates));
  }

  private int matched(List<UpdateOneModel<Document>> updates) {
    try {
      return db.bookings().bulkWrite(updates, UNORDERED).getMatchedCount();
    } catch (MongoBulkWriteException failure) {
      if (Failures.areRefusals(failure)) {
        return failure.getWriteResult().getMatchedCount();
      }
      throw failure;
    }
  }
}
