package dev.lastseat.mongo;

import dev.lastseat.application.port.Underway;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.mongo.claim.Claims;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.fact.FactRelay;
import dev.lastseat.mongo.standing.Standing;
import java.util.List;
import org.bson.Document;

/** What happened is kept where it happened, until it is brought into the log of facts. */
record FactsUnderway(Database db) {
  Underway underway() {
    FactRelay relay = relay();
    return new Underway(
        this::arrive, relay::oldest, relay::underway, event -> new Claims(db, event).undecided());
  }

  /**
   * Brings it there; to be done often, by any number of instances.
   *
   * @return as {@link FactRelay#sweep}
   */
  boolean arrive() {
    new Standing(db).mark();
    return relay().sweep();
  }

  private FactRelay relay() {
    return new FactRelay(
        db,
        List.of(
            FactRelay.Source.of(db.users(), StreamId.USER),
            FactRelay.Source.of(db.sessions(), StreamId.SESSION),
            FactRelay.Source.of(db.apiKeys(), StreamId.API_KEY),
            new FactRelay.Source(
                db.passkeys(), StreamId.PASSKEY, "stream", new Document(), List.of("stream")),
            FactRelay.Source.of(db.events(), StreamId.EVENT),
            FactRelay.Source.of(db.orders(), StreamId.ORDER),
            FactRelay.Source.of(db.tickets(), StreamId.TICKET),
            FactRelay.Source.of(db.payments(), StreamId.PAYMENT),
            FactRelay.Source.of(db.checkinLists(), StreamId.CHECKIN_LIST),
            FactRelay.Source.of(db.checkins(), StreamId.CHECKIN),
            new FactRelay.Source(
                db.bookings(), StreamId.BOOKING, "_id", Standing.MARKED, List.of("eventId"))));
  }
}
