package dev.lastseat.mongo.fact;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.model.Updates;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.stored.Values;
import dev.lastseat.mongo.engine.DocumentFields;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Facts in the document whose changes they tell, written in the very update that changes it. {@code
 * facts} are those that the log has not got yet, the first one first; {@code factsBefore} counts
 * the others; {@code unrelayed} is there as long as {@code facts} is, and has an index: it is when
 * the first of them happened. A document that is removed carries its last fact too: nothing else of
 * it is left but {@code removed}, and the relay deletes it once the log has all of its facts.
 */
public final class EmbeddedFacts {
  /** What the others of a document's readers can do without. */
  public static final List<String> FIELDS = List.of("facts", "factsBefore", "unrelayed");

  /** Documents that were not removed. */
  public static final Bson PRESENT = exists("removed", false);

  private EmbeddedFacts() {}

  /** With the first fact of its stream. */
  public static Document first(Document document, Change change) {
    return document
        .append("facts", List.of(embedded(change)))
        .append("factsBefore", 0L)
        .append("unrelayed", change.at());
  }

  /** What goes along with the update that makes the change. */
  public static Bson next(Change change) {
    return Updates.combine(
        Updates.push("facts", embedded(change)), Updates.min("unrelayed", change.at()));
  }

  /** The update to these, and tells it. */
  public static Bson update(Values values, Change change) {
    return Updates.combine(DocumentFields.update(values), next(change));
  }

  /**
   * The update that removes a document, which nobody finds from then on who asks for those {@link
   * #PRESENT} or for any of its fields.
   */
  public static List<Bson> last(Change change) {
    Document facts =
        new Document(
            "$concatArrays",
            List.of(
                new Document("$ifNull", List.of("$facts", List.of())),
                new Document("$literal", List.of(embedded(change)))));
    Document rest =
        new Document("_id", "$_id")
            .append("stream", "$stream")
            .append("factsBefore", "$factsBefore")
            .append("facts", facts)
            .append("unrelayed", new Document("$ifNull", List.of("$unrelayed", change.at())))
            .append("removed", true);
    return List.of(new Document("$replaceWith", rest));
  }

  static boolean areLast(Document document) {
    return document.containsKey("removed");
  }

  private static Document embedded(Change change) {
    return new Document("kind", change.kind().word())
        .append("at", change.at())
        .append("actor", change.cause().actor().text())
        .append("requestId", change.cause().requestId())
        .append("data", new Document(change.data()));
  }

  static List<Document> in(Document document) {
    return document.getList("facts", Document.class);
  }

  static long before(Document document) {
    return document.get("factsBefore", Number.class).longValue();
  }

  /** It has exactly those facts: none was added, none taken away, and it was not removed since. */
  static Document stillIn(Document document) {
    return new Document("factsBefore", before(document))
        .append("facts", new Document("$size", in(document).size()))
        .append("removed", document.get("removed"));
  }

  /** Takes those facts away, which the log has got. */
  static Bson relayed(Document document) {
    return Updates.combine(
        Updates.unset("facts"),
        Updates.set("factsBefore", before(document) + in(document).size()),
        Updates.unset("unrelayed"));
  }
}
