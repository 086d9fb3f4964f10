package dev.lastseat.mongo.engine;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What the documents of a collection look like, as JSON Schema with the types of BSON
 * (https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/). A server that
 * enforces it refuses what no version of Lastseat writes.
 */
public final class Shape {
  public static final Document TEXT = type("string");
  public static final Document TIME = type("date");
  public static final Document FLAG = type("bool");
  public static final Document WHOLE = type("int", "long");
  public static final Document OBJECT = type("object");

  private Shape() {}

  public static Document of(Document required, Document optional) {
    Document properties = new Document(required);
    properties.putAll(optional);
    return type("object")
        .append("required", List.copyOf(required.keySet()))
        .append("properties", properties);
  }

  public static Document listOf(Document items) {
    return type("array").append("items", items);
  }

  public static <T> Document words(T[] values, Function<T, String> word, String... more) {
    return new Document(
        "enum", Stream.concat(Stream.of(values).map(word), Stream.of(more)).toList());
  }

  private static Document type(String... bsonTypes) {
    return new Document("bsonType", bsonTypes.length == 1 ? bsonTypes[0] : List.of(bsonTypes));
  }
}
