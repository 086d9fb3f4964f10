package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Projections;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.claim.BookingStatuses;
import dev.lastseat.mongo.claim.Claims;
import dev.lastseat.mongo.claim.TicketCounting;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Words;
import dev.lastseat.mongo.standing.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
      case Insertion.Lost.PLACE -> new Recording.PlaceTaken();
      case Insertion.Lost.ALLOWANCE -> new Recording.AllowanceSpent();
      case Insertion.Lost.KEY -> new Recording.KeyUsed(existing(booking));
      case Insertion.Unknown(var failure) -> throw failure;
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
  public int extend(Collection<Booking.Pending> holds, Instant end, Instant now) {
    return new BookingTransitions(db).extend(holds, end, now);
  }

  @Override
  public List<Booking.Pending> overdue(Instant now, int limit) {
    return new Holds(db).overdue(BookingStatuses.overdue(now), limit);
  }

  @Override
  public List<Booking.Pending> overdue(EventId event, Instant now, int limit) {
    return new Holds(db).overdue(and(of(event), BookingStatuses.overdue(now)), limit);
  }

  @Override
  public List<Instant> expiredHolds(EventId event, UserId user, Instant bookedSince, int limit) {
    return new Holds(db).expired(event, user, bookedSince, limit);
  }

  @Override
  public int forgetExpired(Instant end, int limit, Consumer<List<BookingId>> before) {
    return new Holds(db).forgetExpired(end, limit, before);
  }

  @Override
  public boolean forgetGuest(BookingId id, Instant at) {
    return db.update(
        db.bookings(),
        and(eq(id.value()), exists("guestName")),
        BookingDocuments.guestForgotten(id, at));
  }

  @Override
  public Set<UserId> guests(SearchWords words, Optional<EventId> event, int limit) {
    Bson ofEvent = event.map(id -> eq("eventId", id.value())).orElse(empty());
    return db
        .list(
            db.bookings()
                .find(and(exists("guestName"), Words.match(words), ofEvent))
                .projection(Projections.include("userId"))
                .limit(limit))
        .stream()
        .map(found -> new UserId(found.getString("userId")))
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return db.first(
        read(and(eq(id.value()), BookingStatuses.DECIDED)), BookingDocuments::fromDocument);
  }

  @Override
  public Map<BookingId, Booking> findAll(Collection<BookingId> ids) {
    Bson wanted = in("_id", ids.stream().map(BookingId::value).toList());
    return db
        .list(read(and(wanted, BookingStatuses.DECIDED)), BookingDocuments::fromDocument)
        .stream()
        .collect(Collectors.toMap(Booking::id, Function.identity()));
  }

  @Override
  public Optional<Booking> find(EventId event, UserId user, IdempotencyKey key) {
    return told(and(of(event), BookingDocuments.underKey(user, key)));
  }

  @Override
  public Optional<Booking> find(EventId event, TicketNumber number) {
    Bson numbered = eq("ticketNumber", number.value());
    return db.first(
        read(and(of(event), numbered, BookingStatuses.DECIDED)), BookingDocuments::fromDocument);
  }

  /** Whoever asks by the key is told that it was booked, so it must not be taken back any more. */
  private Optional<Booking> told(Bson underKey) {
    return db.first(read(and(underKey, BookingStatuses.DECIDED)))
        .filter(found -> found.containsKey("told") || tell(found))
        .map(BookingDocuments::fromDocument);
  }

  /** Whether it stands, and was still there to be told. */
  private boolean tell(Document found) {
    return new Standing(db).tell(BookingDocuments.fromDocument(found));
  }

  @Override
  public Page<Booking> search(BookingQuery query, Instant now) {
    return new BookingSearch(query, now).page(db);
  }

  /**
   * And of deleted ones: bookings that nobody looked at again, with which their buyers never left.
   */
  @Override
  public List<Booking.Live> liveOfCancelledEvents(int limit) {
    var ended = db.events().find(exists("endedAt")).projection(Projections.include("_id"));
    List<String> events = db.list(ended).stream().map(it -> it.getString("_id")).toList();
    Bson live = and(in("eventId", events), BookingStatuses.LIVE);
    return events.isEmpty()
        ? List.of()
        : db.readable(
            read(live).limit(limit), it -> (Booking.Live) BookingDocuments.fromDocument(it));
  }

  private FindIterable<Document> read(Bson filter) {
    return db.bookings().find(filter).projection(BookingDocuments.READ);
  }

  private static Bson of(EventId event) {
    return eq("eventId", event.value());
  }

  @Override
  public Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now) {
    return new TicketCounting(db).count(events, now);
  }

  @Override
  public Set<Integer> allowancesTaken(EventId event, UserId user) {
    return new Claims(db, event).allowances(user);
  }

  @Override
  public int highestPlace(EventId event) {
    return new Claims(db, event).highestPlace();
  }

  @Override
  public List<Integer> freePlaces(EventId event, PlaceRanges ranges, int limit) {
    return new Claims(db, event).free(ranges, limit);
  }
}
