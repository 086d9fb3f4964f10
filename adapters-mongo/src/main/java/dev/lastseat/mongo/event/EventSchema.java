package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import dev.lastseat.mongo.engine.Shape;
import java.util.List;
import org.bson.Document;

/** The collection of events. */
public final class EventSchema {
  private EventSchema() {}

  public static Schema.Collection collection() {
    return new Schema.Collection(Database.EVENTS, indexes(), shape());
  }

  private static List<IndexModel> indexes() {
    return List.of(
        Schema.index(ascending(EventDocuments.DATE, "_id")),
        Schema.index(ascending(EventDocuments.NAME_SORTED, "_id")),
        Schema.index(ascending(EventDocuments.PRICE_RANK, "_id")),
        Schema.index(ascending(EventDocuments.CREATED_AT, "_id")),
        Schema.index(ascending(EventDocuments.VENUE_KEY, EventDocuments.DATE)),
        Schema.index(ascending(EventDocuments.WORDS)),
        Schema.wherePresent(EventDocuments.UNFINISHED),
        Schema.wherePresent(EventDocuments.ENDED_AT));
  }

  static Document shape() {
    return Shape.of(
        new Document(EventDocuments.NAME, Shape.TEXT)
            .append(EventDocuments.DATE, Shape.TIME)
            .append(EventDocuments.VENUE, Shape.TEXT)
            .append(EventDocuments.WORDS, Shape.listOf(Shape.TEXT))
            .append(EventDocuments.TOTAL_TICKETS, Shape.WHOLE)
            .append(EventDocuments.PRICE, Shape.WHOLE)
            .append(EventDocuments.CURRENCY, Shape.TEXT)
            .append(EventDocuments.PER_USER, Shape.WHOLE)
            .append(EventDocuments.STATUS, Shape.words(EventStatus.values(), EventStatus::word))
            .append(EventDocuments.VERSION, Shape.WHOLE)
            .append(EventDocuments.CREATED_AT, Shape.TIME)
            .append(EventDocuments.DELETED, Shape.FLAG),
        new Document(EventDocuments.UNFINISHED, Shape.words(Unfinished.values(), Unfinished::word))
            .append(EventDocuments.SINCE, Shape.TIME)
            .append(EventDocuments.ENDED_AT, Shape.TIME));
  }
}
