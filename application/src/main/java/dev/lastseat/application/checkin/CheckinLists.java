package dev.lastseat.application.checkin;

import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The lists of an event. Whoever runs the event makes them; staff works with them too, and for
 * anyone else there are none.
 */
public record CheckinLists(Checkins checkins, Events events, Clock clock, RandomGenerator random) {
  /**
   * A list as it is shown.
   *
   * @param inside how many are inside
   */
  public record WithCount(CheckinList list, long inside) {}

  /** The lists of an event, the oldest first. */
  public record OfEvent(Event event, List<WithCount> lists) {}

  /** What became of the wish. */
  public sealed interface Outcome {
    record Created(WithCount list) implements Outcome {}

    record NotFound() implements Outcome {}

    /** The event has {@link CheckinList#MAX_PER_EVENT} of them. */
    record TooMany() implements Outcome {}
  }

  /** See {@link CheckinList}. */
  public record Command(
      EventId event,
      String name,
      boolean reentry,
      Optional<Instant> validFrom,
      Optional<Instant> validUntil) {}

  public Outcome create(Command command, Principal by) {
    if (events.find(command.event()).filter(event -> event.isRunBy(by)).isEmpty()) {
      return new Outcome.NotFound();
    }
    if (checkins.listsOf(command.event()).size() >= CheckinList.MAX_PER_EVENT) {
      return new Outcome.TooMany();
    }
    Instant now = clock.instant();
    CheckinList list =
        new CheckinList(
            new CheckinListId(Identifiers.next(now, random)),
            command.event(),
            command.name(),
            command.reentry(),
            command.validFrom(),
            command.validUntil(),
            now);
    checkins.add(list);
    return new Outcome.Created(new WithCount(list, 0));
  }

  /** Those of the event, the oldest first; empty where the viewer does not work at its door. */
  public Optional<OfEvent> of(EventId id, Principal viewer) {
    return events.find(id).filter(event -> event.isStaffedBy(viewer)).map(this::counted);
  }

  /** Those of the event, whoever asks. */
  public Optional<OfEvent> of(EventId id) {
    return events.find(id).map(this::counted);
  }

  private OfEvent counted(Event event) {
    return new OfEvent(
        event,
        checkins.listsOf(event.id()).stream()
            .map(list -> new WithCount(list, checkins.inside(list.id())))
            .toList());
  }

  /** Who was not let pass, the latest first; empty where the viewer does not work at its door. */
  public Optional<List<RefusedScan>> refused(CheckinListId id, Principal viewer) {
    return find(id, viewer).map(list -> checkins.refused(list.id()));
  }

  Optional<CheckinList> find(CheckinListId id, Principal by) {
    return checkins
        .find(id)
        .filter(list -> events.find(list.event()).filter(it -> it.isStaffedBy(by)).isPresent());
  }
}
