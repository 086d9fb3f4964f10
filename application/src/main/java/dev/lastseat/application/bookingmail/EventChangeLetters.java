package dev.lastseat.application.bookingmail;

import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.EventFacts;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.BookingLetter.Before;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.port.store.Bookings;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.port.store.FactLog;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes to those who have tickets what of an event has changed: from what the facts say that it
 * was before that change, to what it is now. So of two changes in a row nobody reads last what was
 * in between. What a letter is about is the event, the version that it changed to, and the user.
 */
public record EventChangeLetters(Events events, FactLog facts, Bookings bookings, Users users)
    implements LetterWriter {
  @Override
  public Letter.Kind kind() {
    return Letter.Kind.EVENT_CHANGED;
  }

  @Override
  public Writing write(String about, Instant since) {
    String[] words = about.split(" ", -1);
    EventId id = new EventId(words[0]);
    Optional<Event> event =
        events.find(id).filter(found -> found.status() != EventStatus.CANCELLED);
    Optional<User> user = users.find(new UserId(words[2]));
    if (event.isEmpty()) {
      return new Withheld("the event is cancelled or deleted");
    }
    return user.isPresent()
        ? write(event.get(), before(id, Long.parseLong(words[1])), user.get(), since)
        : Withheld.NOBODY;
  }

  private Writing write(Event event, Before before, User user, Instant now) {
    if (before.equals(Before.of(event))) {
      return new Withheld("the event is again as it was");
    }
    List<Ticket> tickets =
        sold(event.id(), user.id(), now).stream().map(one -> new Ticket(event, one)).toList();
    return tickets.isEmpty()
        ? new Withheld("the recipient has no ticket any more")
        : Addressed.to(user, new BookingLetter.EventChanged(user.name(), before, tickets));
  }

  private Before before(EventId event, long version) {
    List<RecordedFact> earlier =
        facts.of(StreamId.of(event)).stream()
            .filter(recorded -> recorded.fact().version() < version)
            .toList();
    return Before.of(EventFacts.event(event, StreamState.of(earlier)));
  }

  private List<Booking> sold(EventId event, UserId user, Instant now) {
    return Page.all(
        request ->
            bookings.search(
                new BookingQuery(
                    Optional.of(Set.of(user)),
                    Optional.of(BookingStatus.CONFIRMED),
                    Optional.of(event),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    request),
                now));
  }
}
