package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import dev.lastseat.mongo.engine.Fields;
import dev.lastseat.mongo.event.EventDocuments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Bookings in the collection {@code bookings}, whose unique indexes decide every race. Those that
 * an order holds and that are not decided yet take part in the races, and are not found.
 */
public record MongoBookings(Database db, GroupInsert inserts) implements Bookings {

  @Override
  public Recording record(Booking.Live booking) {
    return switch (inserts.insert(booking)) {
      case Insertion.Stored _ -> new Recording.Recorded();
      case Insertion.NotAdmitted _ -> new Recording.NotAdmitted();
      case Insertion.Lost(var obstacle) -> refused(booking, obstacle);
      case Insertion.Unknown(var failure) -> throw Failures.unavailable(failure);
    };
  }

  private Recording refused(Booking.Live booking, Insertion.Obstacle obstacle) {
    return switch (obstacle) {
      case PLACE -> new Recording.PlaceTaken();
      case ALLOWANCE -> new Recording.AllowanceSpent();
      case KEY -> new Recording.KeyUsed(existing(booking));
    };
  }

  private Booking existing(Booking.Live booking) {
    var details = booking.details();
    return told(BookingDocuments.underKey(details.userId(), details.key()))
        .orElseThrow(() -> new StoreUnavailable("the key is used by what is not decided yet"));
  }

  @Override
  public boolean change(Booking.Live from, Booking to) {
    return !changeAll(List.of(new Transition(from, to))).isEmpty();
  }

  @Override
  public List<Transition> changeAll(Collection<Transition> transitions) {
    return new BookingTransitions(db).apply(List.copyOf(transitions));
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return first(and(eq(id.value()), BookingStatuses.DECIDED));
  }

  @Override
  public Optional<Booking> find(EventId event, UserId user, IdempotencyKey key) {
    Bson ofEvent = eq(BookingDocuments.EVENT_ID, event.value());
    return told(and(ofEvent, BookingDocuments.underKey(user, key)));
  }

  /** Whoever asks by the key is told that it was booked, so it must not be taken back any more. */
  private Optional<Booking> told(Bson underKey) {
    Bson made = and(underKey, BookingStatuses.DECIDED);
    return db.first(db.bookings().find(made).projection(BookingDocuments.READ))
        .flatMap(it -> it.containsKey(BookingDocuments.TOLD) ? Optional.of(it) : tell(it))
        .map(BookingDocuments::fromDocument);
  }

  private Optional<Document> tell(Document found) {
    Bson same =
        and(
            eq(found.getString("_id")),
            eq(BookingDocuments.EVENT_ID, found.getString(BookingDocuments.EVENT_ID)));
    var after = new FindOneAndUpdateOptions().projection(BookingDocuments.READ);
    return db.ask(
        () ->
            Optional.ofNullable(
                db.bookings()
                    .findOneAndUpdate(
                        same,
                        Updates.set(BookingDocuments.TOLD, true),
                        after.returnDocument(ReturnDocument.AFTER))));
  }

  private Optional<Booking> first(Bson filter) {
    return db.first(db.bookings().find(filter).projection(BookingDocuments.READ))
        .map(BookingDocuments::fromDocument);
  }

  @Override
  public Page<Booking> search(BookingQuery query, Instant now) {
    return db.ask(() -> new BookingSearch(query, now).page(db));
  }

  @Override
  public List<Booking.Pending> overdue(Instant now, int limit) {
    return overdue(List.of(), now, limit);
  }

  @Override
  public List<Booking.Pending> overdue(EventId event, Instant now, int limit) {
    return overdue(List.of(eq(BookingDocuments.EVENT_ID, event.value())), now, limit);
  }

  private List<Booking.Pending> overdue(List<Bson> more, Instant now, int limit) {
    List<Bson> conditions = new ArrayList<>(more);
    conditions.add(BookingStatuses.overdue(now));
    Bson sort = Sorts.ascending(BookingDocuments.EXPIRES_AT);
    return live(Booking.Pending.class, and(conditions), sort, limit);
  }

  /**
   * And of deleted ones: bookings that nobody looked at again, with which their buyers never left.
   */
  @Override
  public List<Booking.Live> liveOfCancelledEvents(int limit) {
    List<String> events =
        db.ask(
            () ->
                db.events()
                    .find(exists(EventDocuments.ENDED_AT))
                    .projection(Projections.include("_id"))
                    .map(event -> event.getString("_id"))
                    .into(new ArrayList<>()));
    Bson live = and(in(BookingDocuments.EVENT_ID, events), BookingStatuses.LIVE);
    return events.isEmpty() ? List.of() : live(Booking.Live.class, live, new Document(), limit);
  }

  private <T extends Booking> List<T> live(Class<T> state, Bson filter, Bson sort, int limit) {
    if (limit == 0) {
      return List.of(); // to the server it means no limit
    }
    List<Document> documents =
        db.ask(
            () ->
                db.bookings()
                    .find(filter)
                    .projection(BookingDocuments.READ)
                    .sort(sort)
                    .limit(limit)
                    .into(new ArrayList<>()));
    return documents.stream()
        .flatMap(document -> Fields.readable(document, BookingDocuments::fromDocument))
        .map(state::cast)
        .toList();
  }

  @Override
  public Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now) {
    return db.ask(() -> new TicketCounting(db).count(events, now));
  }

  @Override
  public Set<Integer> allowancesTaken(EventId event, UserId user) {
    return db.ask(() -> new Claims(db, event).allowances(user));
  }

  @Override
  public int highestPlace(EventId event) {
    return db.ask(() -> new Claims(db, event).highestPlace());
  }

  @Override
  public List<Integer> freePlaces(EventId event, int totalTickets, int limit) {
    return new FreePlaces(db, event).lowest(totalTickets, limit);
  }
}
