package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event and its state. Every change answers a new event whose version is one higher.
 *
 * @param organiser runs it, as admins do
 * @param version 1 when created; what If-Match is held against
 */
public record Event(
    EventId id,
    UserId organiser,
    EventDetails details,
    EventStatus status,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** A new event, a draft or published at once; its date must lie in the future. */
  public static Event create(
      EventId id, UserId organiser, EventDetails details, boolean publish, Instant now) {
    requireFuture(details.date(), now);
    EventStatus status = publish ? EventStatus.PUBLISHED : EventStatus.DRAFT;
    return new Event(id, organiser, details, status, 1, now, now);
  }

  /**
   * The event with other details. A date that is moved must lie in the future; one that stays may
   * have passed.
   *
   * @throws WrongState when the event is cancelled or completed
   */
  public Event change(EventDetails changed, Instant now) {
    if (status == EventStatus.CANCELLED || status == EventStatus.COMPLETED) {
      throw new WrongState(this, "changed");
    }
    if (!changed.date().equals(details.date())) {
      requireFuture(changed.date(), now);
    }
    return new Event(id, organiser, changed, status, version + 1, createdAt, now);
  }

  /** The event, on sale. Nobody could book it if its date had passed. */
  public Event publish(Instant now) {
    if (isDraft() && hasBegun(now)) {
      throw new WrongState("The date of the event has passed; it cannot be published.");
    }
    return step(EventStatus.PUBLISHED, now, EventStatus.DRAFT);
  }

  /** The event, closed; not before it has begun. */
  public Event complete(Instant now) {
    if (isPublished() && !hasBegun(now)) {
      throw new WrongState("The event has not begun; it cannot be completed yet.");
    }
    return step(EventStatus.COMPLETED, now, EventStatus.PUBLISHED);
  }

  public Event cancel(Instant now) {
    return step(EventStatus.CANCELLED, now, EventStatus.DRAFT, EventStatus.PUBLISHED);
  }

  /** Why it cannot be booked, however many places are free; empty when it can. */
  public Optional<NotBookableReason> notBookable(Instant now) {
    return switch (status) {
      case DRAFT -> Optional.of(NotBookableReason.DRAFT);
      case CANCELLED -> Optional.of(NotBookableReason.CANCELLED);
      case COMPLETED -> Optional.of(NotBookableReason.COMPLETED);
      case PUBLISHED -> hasBegun(now) ? Optional.of(NotBookableReason.BEGUN) : Optional.empty();
    };
  }

  public boolean hasBegun(Instant now) {
    return !now.isBefore(details.date());
  }

  public boolean isPublished() {
    return status == EventStatus.PUBLISHED;
  }

  /** Whether the sender may change it, and see who comes. */
  public boolean isRunBy(Principal sender) {
    return sender.isAdmin()
        || (sender.role().atLeast(Role.ORGANISER) && organiser.equals(sender.userId()));
  }

  /** Whether only those who run it may know of it. */
  public boolean isDraft() {
    return status == EventStatus.DRAFT;
  }

  private Event step(EventStatus to, Instant now, EventStatus... from) {
    for (EventStatus allowed : from) {
      if (status == allowed) {
        return new Event(id, organiser, details, to, version + 1, createdAt, now);
      }
    }
    throw new WrongState(this, to.word());
  }

  private static void requireFuture(Instant date, Instant now) {
    if (!date.isAfter(now)) {
      throw new InvalidValue("date", date, "must be in the future");
    }
  }
}
