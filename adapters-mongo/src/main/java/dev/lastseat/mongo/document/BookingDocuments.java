package dev.lastseat.mongo.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.stored.StoredBookings;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Words;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Bookings as documents of the collection {@code bookings}. Only live ones have {@code places} and
 * {@code allowances}, which unique indexes watch over, and {@code standing}, how many those are.
 * {@code told} is set once somebody found it by its key, or before others are told of it: from then
 * on it is not taken back. {@code kept} is set before its event changes, which admitted it until
 * then: from then on only who is to judge it takes it back. {@code keyPart} is 0 of a booking made
 * alone and of the first of an order, then 1, 2 and so on: so that of all that a user makes under
 * one key, only the bookings of one order go together. {@code entries} is raised whenever a ticket
 * lets somebody in, so that nothing is given back by who did not see that.
 */
public final class BookingDocuments {
  /** All but what only the relay of facts reads. */
  public static final Bson READ = Projections.exclude("facts", "factsBefore");

  private static final String BOOKED_AT = "bookingDate";

  private BookingDocuments() {}

  /** What the user made under the key, decided or not: one booking, or those of one order. */
  public static Bson underKey(UserId user, IdempotencyKey key) {
    return and(eq("userId", user.value()), eq("idempotencyKey", key.value().toString()));
  }

  /** The bookings of one order, in its order. */
  public static List<Document> ofOrder(List<? extends Booking.Live> bookings) {
    List<Document> documents = bookings.stream().map(BookingDocuments::toDocument).toList();
    for (int part = 0; part < documents.size(); part++) {
      documents.get(part).append("keyPart", part);
    }
    return documents;
  }

  /** Its document, as long as the booking is as it was seen. */
  public static Bson asSeen(Booking.Live from) {
    return and(
        eq(from.id().value()),
        eq("eventId", from.details().eventId().value()),
        eq("status", BookingStatus.of(from).word()),
        eq("places", from.claim().places().ordinals()),
        from instanceof Booking.Pending hold ? eq("expiresAt", hold.expiresAt()) : empty());
  }

  /** Those documents, wherever they are. */
  public static Bson all(Collection<? extends Booking> bookings) {
    return all(
        bookings.stream().map(it -> it.id().value()).toList(),
        bookings.stream().map(it -> it.details().eventId().value()).toList());
  }

  /** Those of that id, each of one of those events. */
  public static Bson all(List<String> ids, List<String> events) {
    return and(in("_id", ids), in("eventId", events));
  }

  /** With the fact that it was made, by whoever acts in this thread. */
  public static Document toDocument(Booking.Live booking) {
    Document document =
        DocumentFields.sparse(StoredBookings.values(booking, BOOKED_AT)).append("keyPart", 0);
    booking
        .details()
        .sale()
        .flatMap(BoxOfficeSale::guest)
        .ifPresent(guest -> document.append(Words.FIELD, guest.words()));
    return EmbeddedFacts.first(document, BookingFacts.recorded(booking));
  }

  /** Nothing of the guest is kept any more. */
  public static Bson guestForgotten(BookingId booking, Instant at) {
    return Updates.combine(
        Updates.unset("guestName"),
        Updates.unset("guestEmail"),
        Updates.unset(Words.FIELD),
        EmbeddedFacts.next(BookingFacts.guestForgotten(booking, at)));
  }

  /** What a transition writes, and takes away where it is no part of the next state. */
  public static Bson transition(Booking.Live from, Booking to) {
    return EmbeddedFacts.update(StoredBookings.state(to), BookingFacts.changed(from, to));
  }

  public static Booking fromDocument(Document document) {
    return StoredBookings.booking(fields(document), BOOKED_AT);
  }

  /** One of an order that is not decided yet, as it will be. */
  public static Booking.Live fromUndecided(Document document) {
    return StoredBookings.undecided(fields(document), BOOKED_AT);
  }

  private static DocumentFields fields(Document document) {
    return new DocumentFields("bookings", document);
  }
}
