package dev.lastseat.mongo.engine;

import com.mongodb.client.model.Updates;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.stored.Fields;
import dev.lastseat.domain.stored.Reading;
import dev.lastseat.domain.stored.Values;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The fields of a document of that collection; its {@code id} is {@code _id}. */
public record DocumentFields(String collection, Document document) implements Fields {
  private static final System.Logger LOG = System.getLogger(DocumentFields.class.getName());

  /** What a reader of fields makes of documents of that collection. */
  public static <T> Function<Document, T> of(String collection, Function<Fields, T> reader) {
    return document -> reader.apply(new DocumentFields(collection, document));
  }

  /** What the document makes; the log is told where that makes no sense. */
  static <T> Reading<T> reading(Document document, Function<Document, T> reader) {
    return Reading.of(
        document,
        reader,
        corrupt -> LOG.log(Level.ERROR, "left out of a list: " + corrupt.getMessage(), corrupt));
  }

  /** Those of them that make sense. */
  public static <T> List<T> readable(Collection<Document> documents, Function<Document, T> reader) {
    return documents.stream().flatMap(it -> reading(it, reader).item().stream()).toList();
  }

  /** With null for what there is none of, which a filter takes for what is not there. */
  public static Document whole(Values values) {
    Document document = new Document();
    values.forEach((field, value) -> document.append(key(field), value));
    return document;
  }

  /** Without what there is none of. */
  public static Document sparse(Values values) {
    Document document = whole(values);
    document.values().removeIf(Objects::isNull);
    return document;
  }

  /** The update to these, which takes away what there is none of. */
  public static Bson update(Values values) {
    List<Bson> updates = new ArrayList<>();
    values.forEach(
        (field, value) ->
            updates.add(
                value == null ? Updates.unset(key(field)) : Updates.set(key(field), value)));
    return Updates.combine(updates);
  }

  private static String key(String field) {
    return field.equals("id") ? "_id" : field;
  }

  @Override
  public Optional<String> optionalText(String field) {
    return optional(field, String.class);
  }

  @Override
  public Optional<Long> optionalNumber(String field) {
    return optional(field, Number.class).map(Number::longValue);
  }

  @Override
  public Optional<Instant> optionalTime(String field) {
    return optional(field, Date.class).map(Date::toInstant);
  }

  @Override
  public boolean flag(String field) {
    return present(field, Boolean.class);
  }

  @Override
  public List<Integer> ordinals(String field) {
    return list(field, Number.class).map(Number::intValue).toList();
  }

  @Override
  public List<String> texts(String field) {
    return list(field, String.class).toList();
  }

  private <T> Stream<T> list(String field, Class<T> type) {
    return ((List<?>) present(field, List.class)).stream().map(type::cast);
  }

  @Override
  public CorruptDocument corrupt(String field, RuntimeException cause) {
    return new CorruptDocument(collection, String.valueOf(document.get("_id")), field, cause);
  }

  private <T> T present(String field, Class<T> type) {
    return sensible(
        field,
        () ->
            optional(field, type).orElseThrow(() -> new IllegalArgumentException("it is missing")));
  }

  private <T> Optional<T> optional(String field, Class<T> type) {
    @Nullable Object stored = document.get(key(field));
    if (stored == null) {
      return Optional.empty();
    }
    if (!type.isInstance(stored)) {
      throw corrupt(
          field, new IllegalArgumentException("it is a " + stored.getClass().getSimpleName()));
    }
    return Optional.of(type.cast(stored));
  }
}
