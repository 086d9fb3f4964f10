package dev.lastseat.mongo.fact;

import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.stored.Fields;
import dev.lastseat.domain.stored.StoredFacts;
import dev.lastseat.mongo.engine.DocumentFields;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** Facts as documents of the collection {@code facts}, whose id is their sequence. */
final class LogDocuments {
  private LogDocuments() {}

  /** Without a sequence yet. */
  static Document toDocument(String stream, long version, Document embedded) {
    Document document = new Document("stream", stream).append("version", version);
    document.putAll(embedded);
    return document;
  }

  static RecordedFact fromDocument(Document document) {
    return new RecordedFact(new DocumentFields("facts", document).number("id"), fact(document));
  }

  static Fact fact(Document document) {
    Fields fields = new DocumentFields("facts", document);
    return StoredFacts.fact(fields, fields.sensible("data", () -> data(document)));
  }

  private static SortedMap<String, String> data(Document document) {
    SortedMap<String, String> data = new TreeMap<>();
    document
        .get("data", Document.class)
        .forEach((field, value) -> data.put(field, String.class.cast(value)));
    return data;
  }
}
