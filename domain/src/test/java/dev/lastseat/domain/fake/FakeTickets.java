package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.TicketFacts;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tickets in memory, with a hook that lets something happen at the worst moment, once. */
public final class FakeTickets implements Tickets {
  private static final Runnable NOTHING = () -> {};

  private final FakeStore store;
  private final Map<TicketId, TicketRevision> revisions = new HashMap<>();
  private final AtomicReference<Runnable> beforeName = new AtomicReference<>(NOTHING);

  public FakeTickets(FakeStore store) {
    this.store = store;
  }

  /** Runs before a visitor is named next. */
  public void beforeName(Runnable hook) {
    beforeName.set(hook);
  }

  @Override
  public TicketRevision reissue(TicketId ticket, EventId event, Instant at) {
    return change(ticket, event, TicketRevision::next, next -> TicketFacts.reissued(next, at));
  }

  @Override
  public TicketRevision name(
      TicketId ticket, EventId event, Optional<Visitor> visitor, Instant at) {
    beforeName.getAndSet(NOTHING).run();
    return change(
        ticket, event, before -> before.named(visitor), next -> TicketFacts.named(next, at));
  }

  @Override
  public void forgetVisitors(BookingId booking, Instant at) {
    store.atomically(
        () -> {
          for (TicketRevision known : changed(List.of(booking))) {
            change(
                known.ticket(),
                known.event(),
                TicketRevision::forgotten,
                next -> TicketFacts.named(next, at));
          }
          return booking;
        });
  }

  private TicketRevision change(
      TicketId ticket,
      EventId event,
      UnaryOperator<TicketRevision> change,
      Function<TicketRevision, Change> fact) {
    return store.atomically(
        () -> {
          TicketRevision before =
              revisions.getOrDefault(ticket, TicketRevision.sold(ticket, event));
          TicketRevision next = change.apply(before);
          if (!next.equals(before)) {
            revisions.put(ticket, next);
            store.tell(fact.apply(next));
          }
          return next;
        });
  }

  @Override
  public Page<TicketRevision> naming(Email visitor, PageRequest page) {
    return store.atomically(
        () ->
            Paging.page(
                revisions.values().stream()
                    .filter(it -> it.visitor().flatMap(Visitor::email).equals(Optional.of(visitor)))
                    .toList(),
                it -> new Position(it.ticket().booking().value(), it.ticket().text()),
                true,
                page));
  }

  @Override
  public List<TicketRevision> changed(Collection<BookingId> bookings) {
    return store.atomically(
        () ->
            revisions.values().stream()
                .filter(it -> bookings.contains(it.ticket().booking()))
                .toList());
  }

  @Override
  public List<StreamId> streams(Optional<StreamId> after, int limit) {
    String last = after.map(StreamId::id).orElse("");
    return store.atomically(
        () ->
            revisions.keySet().stream()
                .map(StreamId::of)
                .filter(it -> it.id().compareTo(last) > 0)
                .sorted(Comparator.comparing(StreamId::id))
                .limit(limit)
                .toList());
  }
}
