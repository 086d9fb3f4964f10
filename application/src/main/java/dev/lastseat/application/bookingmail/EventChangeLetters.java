package dev.lastseat.application.bookingmail;

import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.BookingLetter.Before;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Page;
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
public record EventChangeLetters(
    Events events, FactLog facts, Bookings bookings, Users users, TicketCodes codes) {
  public LetterWriter writer() {
    return new LetterWriter(Letter.Kind.EVENT_CHANGED, this::write);
  }

  Writing write(String about, Instant since) {
    String[] words = about.split(" ", -1);
    EventId id = new EventId(words[0]);
    Optional<Event> event =
        events.find(id).filter(found -> found.status() != EventStatus.CANCELLED);
    if (event.isEmpty()) {
      return new Withheld("the event is cancelled or deleted");
    }
    return write(event.get(), before(id, Long.parseLong(words[1])), new UserId(words[2]), since);
  }

  private Writing write(Event event, Before before, UserId user, Instant now) {
    if (before.equals(Before.of(event))) {
      return new Withheld("the event is again as it was");
    }
    List<Ticket> tickets =
        sold(event.id(), user, now).stream()
            .map(one -> new Ticket(event, one, codes.codesOf(one)))
            .toList();
    return tickets.isEmpty()
        ? new Withheld("the recipient has no ticket any more")
        : Recipient.of(tickets.getFirst().booking().details(), users)
            .<Writing>map(
                to -> to.reads(new BookingLetter.EventChanged(to.greeting(), before, tickets)))
            .orElse(Withheld.NOBODY);
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
                BookingQuery.all(request).of(Set.of(user)).in(BookingStatus.CONFIRMED).of(event),
                now));
  }
}
