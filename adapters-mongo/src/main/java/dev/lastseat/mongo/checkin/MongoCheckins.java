package dev.lastseat.mongo.checkin;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.CheckinFacts;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.stored.StoredTickets;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Lists in the collection {@code checkinLists}, and who was let in by them in {@code checkins},
 * with the scans.
 */
public record MongoCheckins(Database db) implements Checkins {
  private static final Function<Document, CheckinList> LIST =
      DocumentFields.of("checkinLists", StoredTickets::checkinList);
  private static final Function<Document, Checkin> CHECKIN =
      DocumentFields.of(
          "checkins", it -> StoredTickets.checkin(it.text("ticket", TicketId::parse), it));
  private static final Function<Document, RefusedScan> REFUSED =
      DocumentFields.of("checkinRefusals", it -> StoredTickets.refused(it, "by"));

  @Override
  public void add(CheckinList list) {
    Document document = DocumentFields.sparse(StoredTickets.values(list));
    db.ask(
        () ->
            db.checkinLists().insertOne(EmbeddedFacts.first(document, CheckinFacts.listed(list))));
  }

  @Override
  public Optional<CheckinList> find(CheckinListId id) {
    return db.first(db.checkinLists().find(eq(id.value())), LIST);
  }

  @Override
  public List<CheckinList> listsOf(EventId event) {
    var found = db.checkinLists().find(eq("eventId", event.value()));
    return db.list(found.sort(Sorts.ascending("createdAt", "_id")), LIST);
  }

  /** The first one inserts the document. */
  @Override
  public boolean change(Optional<Checkin> before, Checkin after) {
    Change change = CheckinFacts.scanned(before, after);
    String id = id(after.list(), after.ticket());
    if (before.isPresent()) {
      Bson asRead = state(before.get()).append("_id", id);
      Bson next = EmbeddedFacts.update(StoredTickets.changeable(after), change);
      return db.update(db.checkins(), asRead, next);
    }
    Document first =
        state(after)
            .append("_id", id)
            .append("list", after.list().value())
            .append("booking", after.ticket().booking().value())
            .append("ticket", after.ticket().text());
    return db.insert(db.checkins(), EmbeddedFacts.first(first, change)).isEmpty();
  }

  private static Document state(Checkin checkin) {
    return DocumentFields.whole(StoredTickets.changeable(checkin));
  }

  /**
   * Writes it down first and raises the count of entries in the booking then, on condition that the
   * ticket stands; whoever gives tickets back reads that count, looks for who was let in, and
   * writes if it is still the same. So one of the two finds the other. What comes too late is taken
   * back before it is answered.
   */
  @Override
  public boolean letPass(Optional<Checkin> before, Checkin after, Booking.Confirmed seen) {
    return change(before, after) && counts(after, seen, after.latest().kind() == Scan.Kind.ENTRY);
  }

  /** Raises that count once more, for whoever wrote it down may have got no further. */
  @Override
  public boolean stillCounts(Checkin written, Booking.Confirmed seen) {
    return counts(written, seen, false);
  }

  /**
   * Whoever was in before the booking was cancelled with its event stays so; only {@code entering}
   * comes too late then.
   */
  private boolean counts(Checkin written, Booking.Confirmed seen, boolean entering) {
    Backoff backoff = db.backoff();
    Optional<Booking> booking = Optional.of(seen);
    Optional<Booking.Confirmed> sold = standing(booking, written.ticket());
    while (sold.isPresent()) {
      Bson asSeen = BookingDocuments.asSeen(sold.get());
      if (db.update(db.bookings(), asSeen, Updates.inc("entries", 1))) {
        return true;
      }
      backoff.pauseOrFail("a booking is changed by too many at once");
      booking = find(written.ticket().booking());
      sold = standing(booking, written.ticket());
    }
    if (entering || booking.filter(MongoCheckins::isOfCancelledEvent).isEmpty()) {
      takeBack(written);
    }
    return false;
  }

  private Optional<Booking> find(BookingId booking) {
    var found = db.bookings().find(eq(booking.value())).projection(BookingDocuments.READ);
    return db.first(found, BookingDocuments::fromDocument);
  }

  /** The booking, if the ticket of it was not given back. */
  private static Optional<Booking.Confirmed> standing(Optional<Booking> booking, TicketId ticket) {
    return booking
        .filter(Booking.Confirmed.class::isInstance)
        .map(Booking.Confirmed.class::cast)
        .filter(it -> it.tickets().contains(ticket.number()));
  }

  private static boolean isOfCancelledEvent(Booking booking) {
    return booking instanceof Booking.Cancelled cancelled
        && cancelled.reason().equals(Reason.EVENT_CANCELLED);
  }

  /** With what other gates wrote meanwhile: nobody passes by a ticket that was given back. */
  private void takeBack(Checkin late) {
    Backoff backoff = db.backoff();
    Optional<Checkin> standing = Optional.of(late);
    while (standing.isPresent() && !change(standing, standing.get().takenBack(late.latest()))) {
      backoff.pauseOrFail("a ticket is scanned by too many at once");
      standing = find(late.list(), late.ticket()).filter(Checkin::isStanding);
    }
  }

  @Override
  public Optional<Checkin> find(CheckinListId list, TicketId ticket) {
    return db.first(db.checkins().find(eq(id(list, ticket))), CHECKIN);
  }

  @Override
  public List<Checkin> of(Collection<BookingId> bookings) {
    List<String> ids = bookings.stream().map(BookingId::value).toList();
    return db.list(db.checkins().find(in("booking", ids)), CHECKIN);
  }

  @Override
  public void refuse(CheckinListId list, RefusedScan scan) {
    Document document =
        new Document("at", scan.at()).append("by", scan.by()).append("reason", scan.reason());
    scan.device().ifPresent(name -> document.append("device", name));
    scan.ticket().ifPresent(ticket -> document.append("ticket", ticket.text()));
    Bson latest =
        Updates.pushEach(
            "refused", List.of(document), new PushOptions().slice(-RefusedScan.MAX_PER_LIST));
    db.ask(
        () ->
            db.checkinRefusals()
                .updateOne(eq(list.value()), latest, new UpdateOptions().upsert(true)));
  }

  @Override
  public List<RefusedScan> refused(CheckinListId list) {
    return db.list(db.checkinRefusals().find(eq(list.value()))).stream()
        .flatMap(it -> it.getList("refused", Document.class).reversed().stream())
        .map(REFUSED)
        .toList();
  }

  @Override
  public long inside(CheckinListId list) {
    return db.ask(
        () -> db.checkins().countDocuments(and(eq("list", list.value()), eq("inside", true))));
  }

  @Override
  public List<Checkin> all(Optional<StreamId> after, int limit) {
    Bson behind = gt("_id", after.map(StreamId::id).orElse(""));
    var found = db.checkins().find(behind).sort(Sorts.ascending("_id")).limit(limit);
    return db.list(found, CHECKIN);
  }

  private static String id(CheckinListId list, TicketId ticket) {
    return StreamId.of(list, ticket).id();
  }
}
