package dev.lastseat.mongo.ticket;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.TicketFacts;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.Fields;
import dev.lastseat.domain.stored.StoredTickets;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Pages;
import dev.lastseat.mongo.engine.Pages.Kind;
import dev.lastseat.mongo.engine.Pages.SortField;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Tickets in the collection {@code tickets}. */
public record MongoTickets(Database db) implements Tickets {
  private static final Bson READ = Projections.exclude(EmbeddedFacts.FIELDS);
  private static final SortField BY_BOOKING = new SortField("booking", Kind.TEXT);

  @Override
  public TicketRevision reissue(TicketId ticket, EventId event, Instant at) {
    return change(
        TicketRevision.sold(ticket, event),
        TicketRevision::next,
        next -> TicketFacts.reissued(next, at));
  }

  @Override
  public TicketRevision name(
      TicketId ticket, EventId event, Optional<Visitor> visitor, Instant at) {
    return change(
        TicketRevision.sold(ticket, event),
        before -> before.named(visitor),
        next -> TicketFacts.named(next, at));
  }

  @Override
  public void forgetVisitors(BookingId booking, Instant at) {
    for (TicketRevision known : changed(List.of(booking))) {
      change(known, TicketRevision::forgotten, next -> TicketFacts.named(next, at));
    }
  }

  /** Whoever finds it as it was not read reads again. */
  private TicketRevision change(
      TicketRevision unless,
      UnaryOperator<TicketRevision> change,
      Function<TicketRevision, Change> fact) {
    Backoff backoff = db.backoff();
    while (true) {
      Optional<TicketRevision> known =
          db.first(db.tickets().find(eq(unless.ticket().text())), MongoTickets::fromDocument);
      TicketRevision before = known.orElse(unless);
      TicketRevision next = change.apply(before);
      if (next.equals(before) || write(known, next, fact.apply(next))) {
        return next;
      }
      backoff.pauseOrFail("a ticket is changed by too many at once");
    }
  }

  private boolean write(Optional<TicketRevision> known, TicketRevision next, Change fact) {
    String id = next.ticket().text();
    if (known.isPresent()) {
      Bson asRead = changeable(known.get()).append("_id", id);
      Bson change = EmbeddedFacts.update(StoredTickets.changeable(next), fact);
      return db.update(db.tickets(), asRead, change);
    }
    Document whole =
        changeable(next)
            .append("_id", id)
            .append("booking", next.ticket().booking().value())
            .append("eventId", next.event().value());
    return db.insert(db.tickets(), EmbeddedFacts.first(whole, fact)).isEmpty();
  }

  @Override
  public Page<TicketRevision> naming(Email visitor, PageRequest page) {
    return new Pages<>(db.tickets(), BY_BOOKING, true, READ, MongoTickets::fromDocument)
        .read(db, eq("visitorEmail", visitor.value()), page);
  }

  @Override
  public List<TicketRevision> changed(Collection<BookingId> bookings) {
    List<String> ids = bookings.stream().map(BookingId::value).toList();
    return db.list(db.tickets().find(in("booking", ids)), MongoTickets::fromDocument);
  }

  @Override
  public List<StreamId> streams(Optional<StreamId> after, int limit) {
    Bson behind = gt("_id", after.map(StreamId::id).orElse(""));
    var ids = db.tickets().find(behind).sort(Sorts.ascending("_id")).limit(limit);
    return db.list(
        ids.projection(Projections.include("_id")),
        it -> new StreamId(StreamId.TICKET, it.getString("_id")));
  }

  private static Document changeable(TicketRevision ticket) {
    return DocumentFields.whole(StoredTickets.changeable(ticket));
  }

  private static TicketRevision fromDocument(Document document) {
    Fields fields = new DocumentFields("tickets", document);
    return StoredTickets.ticket(fields.text("id", TicketId::parse), fields);
  }
}
