package dev.lastseat.mongo.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What bookings of one event claim, and holds until when; changes nothing else of them. */
public record Claims(Database db, EventId event) {
  private static final int CHANGED_AT_ONCE = 500;

  /** A round without progress is one in which others took the places; so many are no accident. */
  private static final int MAX_ROUNDS = 10_000;

  public boolean isAny() {
    return db.hasAny(db.bookings(), all());
  }

  /** Those that an order holds, and that nobody finds until it is decided. */
  public List<BookingId> undecided() {
    Bson undecided = and(ofEvent(), eq("status", BookingStatuses.UNDECIDED));
    var found = db.bookings().find(undecided).projection(Projections.include("_id"));
    return db.list(found).stream().map(Claims::id).toList();
  }

  /** How many places are taken, within the event or beyond its end. */
  public TicketCounts count() {
    return new TicketCounting(db).count(List.of(event)).values().iterator().next();
  }

  public Set<Integer> allowances(UserId user) {
    Bson ofUser = and(ofEvent(), eq("userId", user.value()), exists("allowances"));
    var found = db.bookings().find(ofUser).projection(Projections.include("allowances"));
    return db.list(found).stream()
        .flatMap(booking -> booking.getList("allowances", Integer.class).stream())
        .collect(Collectors.toSet());
  }

  /** 0 without any. */
  public int highestPlace() {
    return db.first(places(all()).sort(Sorts.descending("places")))
        .map(booking -> Collections.max(places(booking)))
        .orElse(0);
  }

  /** The lowest {@code limit} free places within the ranges, ascending. */
  public List<Integer> free(PlaceRanges ranges, int limit) {
    return new FreePlaces(this).lowest(ranges, limit);
  }

  /** Ends the holds then that would run longer, those of orders under way too. */
  public void endHolds(Instant beginning, Instant now) {
    Bson held = in("status", "pending", BookingStatuses.UNDECIDED);
    Bson longer = and(ofEvent(), held, gt("expiresAt", beginning));
    var found = db.bookings().find(longer).projection(Projections.include("_id"));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Document> holds = db.list(found.limit(CHANGED_AT_ONCE));
      if (holds.isEmpty()) {
        return;
      }
      db.updateAll(
          db.bookings(),
          holds.stream().map(hold -> shorten(hold, longer, beginning, now)).toList());
    }
    throw new StoreUnavailable("there are more and more holds of an event that begins earlier");
  }

  private UpdateOneModel<Document> shorten(Document hold, Bson longer, Instant end, Instant now) {
    return new UpdateOneModel<>(
        and(eq(hold.get("_id")), longer),
        Updates.combine(
            Updates.set("expiresAt", end),
            EmbeddedFacts.next(BookingFacts.shortened(id(hold), end, now))));
  }

  private static BookingId id(Document booking) {
    return new BookingId(booking.getString("_id"));
  }

  /**
   * Moves the bookings that have places beyond the end of the event to free places before it, which
   * everybody may buy.
   *
   * @return whether none is beyond the end any more; false when there is no room for all
   */
  public boolean moveInside(EventDetails inside, Instant now) {
    int totalTickets = inside.totalTickets();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Document> beyond =
          db.list(between(totalTickets + 1, EventDetails.MAX_TICKETS).limit(CHANGED_AT_ONCE));
      if (beyond.isEmpty()) {
        return true;
      }
      int needed =
          beyond.stream()
              .mapToInt(it -> (int) places(it).stream().filter(p -> p > totalTickets).count())
              .sum();
      List<Integer> free = free(inside.openPlaces(now), needed);
      if (free.size() < needed) {
        return false;
      }
      Iterator<Integer> next = free.iterator();
      db.updateAll(
          db.bookings(), beyond.stream().map(it -> move(it, totalTickets, next, now)).toList());
    }
    throw new StoreUnavailable("others took every free place of a shrinking event");
  }

  /** Lost to whoever was faster, it is looked for again. */
  private UpdateOneModel<Document> move(
      Document booking, int totalTickets, Iterator<Integer> free, Instant now) {
    List<Integer> places = places(booking);
    List<Integer> inside =
        places.stream().map(place -> place > totalTickets ? free.next() : place).sorted().toList();
    Bson asSeen = and(eq(booking.get("_id")), ofEvent(), eq("places", places));
    return new UpdateOneModel<>(
        asSeen,
        Updates.combine(
            Updates.set("places", inside),
            EmbeddedFacts.next(BookingFacts.moved(id(booking), Places.of(inside), now))));
  }

  /**
   * The bookings that have a place between the two, inclusive; with all of their places. One
   * element is asked to lie between both, which an index can look up: whoever has it has places.
   */
  FindIterable<Document> between(int from, int to) {
    Bson inside = new Document("$gte", from).append("$lte", to);
    return places(and(ofEvent(), elemMatch("places", inside)));
  }

  private FindIterable<Document> places(Bson filter) {
    return db.bookings().find(filter).projection(Projections.include("places"));
  }

  private Bson all() {
    return and(ofEvent(), exists("places"));
  }

  private Bson ofEvent() {
    return eq("eventId", event.value());
  }

  static List<Integer> places(Document booking) {
    return booking.getList("places", Integer.class);
  }
}
