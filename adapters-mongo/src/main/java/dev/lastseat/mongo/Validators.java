package dev.lastseat.mongo;

import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.user.Role;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What the documents of each collection look like, as JSON Schema with the types of BSON
 * (https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/). A server that
 * enforces it refuses what no version of Lastseat writes.
 */
final class Validators {
  private static final Document TEXT = type("string");
  private static final Document TIME = type("date");
  private static final Document FLAG = type("bool");
  private static final Document WHOLE = type("int", "long");
  private static final Document WHOLES = listOf(WHOLE);

  private Validators() {}

  static Document events() {
    return schema(
        new Document(EventDocuments.NAME, TEXT)
            .append(EventDocuments.DATE, TIME)
            .append(EventDocuments.VENUE, TEXT)
            .append(EventDocuments.WORDS, listOf(TEXT))
            .append(EventDocuments.TOTAL_TICKETS, WHOLE)
            .append(EventDocuments.PRICE, WHOLE)
            .append(EventDocuments.CURRENCY, TEXT)
            .append(EventDocuments.PER_USER, WHOLE)
            .append(EventDocuments.STATUS, words(EventStatus.values(), EventStatus::word))
            .append(EventDocuments.VERSION, WHOLE)
            .append(EventDocuments.CREATED_AT, TIME)
            .append(EventDocuments.DELETED, FLAG),
        new Document(EventDocuments.UNFINISHED, words(Unfinished.values(), Unfinished::word))
            .append(EventDocuments.SINCE, TIME)
            .append(EventDocuments.ENDED_AT, TIME));
  }

  static Document bookings() {
    return schema(
        new Document(BookingDocuments.EVENT_ID, TEXT)
            .append(BookingDocuments.USER_ID, TEXT)
            .append(
                BookingDocuments.STATUS,
                words(BookingStatus.values(), BookingStatus::word, BookingStatuses.UNDECIDED))
            .append(BookingDocuments.TICKET_NUMBER, TEXT)
            .append(BookingDocuments.QUANTITY, WHOLE)
            .append(BookingDocuments.KEY, TEXT)
            .append(BookingDocuments.BOOKING_DATE, TIME)
            .append(BookingDocuments.FACTS, listOf(type("object"))),
        new Document(BookingDocuments.PLACES, WHOLES)
            .append(BookingDocuments.ALLOWANCES, WHOLES)
            .append(BookingDocuments.EXPIRES_AT, TIME)
            .append(BookingDocuments.ORDER_ID, TEXT));
  }

  static Document orders() {
    return schema(
        new Document(
            OrderDocuments.STATE,
            new Document("enum", List.of(OrderDocuments.COMMITTED, OrderDocuments.ROLLED_BACK))),
        new Document(OrderDocuments.USER_ID, TEXT)
            .append(OrderDocuments.KEY, TEXT)
            .append(OrderDocuments.BOOKINGS, listOf(TEXT))
            .append(OrderDocuments.ROLLED_BACK_AT, TIME));
  }

  static Document users() {
    return schema(
        new Document(MongoUsers.EMAIL, TEXT)
            .append(MongoUsers.NAME, TEXT)
            .append(MongoUsers.ROLE, words(Role.values(), Role::word))
            .append(MongoUsers.PASSWORD_HASH, TEXT),
        new Document());
  }

  static Document sessions() {
    return schema(
        new Document(MongoSessions.USER_ID, TEXT)
            .append(MongoSessions.CURRENT, TEXT)
            .append(MongoSessions.TOKENS, listOf(type("object")))
            .append(MongoSessions.EXPIRES_AT, TIME),
        new Document());
  }

  private static Document schema(Document required, Document optional) {
    Document properties = new Document(required);
    properties.putAll(optional);
    return type("object")
        .append("required", List.copyOf(required.keySet()))
        .append("properties", properties);
  }

  private static Document type(String... bsonTypes) {
    return new Document("bsonType", bsonTypes.length == 1 ? bsonTypes[0] : List.of(bsonTypes));
  }

  private static Document listOf(Document items) {
    return type("array").append("items", items);
  }

  private static <T> Document words(T[] values, Function<T, String> word, String... more) {
    return new Document(
        "enum", Stream.concat(Stream.of(values).map(word), Stream.of(more)).toList());
  }
}
