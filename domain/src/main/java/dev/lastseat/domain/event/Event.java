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

  /**
   * A new event, a draft or published at once; its date, and when it is to be published, must lie
   * in the future.
   */
  public static Event create(
      EventId id, UserId organiser, EventDetails details, boolean publish, Instant now) {
    requireFuture("date", details.date(), now);
    details.schedule().publishAt().ifPresent(at -> requireFuture("publishAt", at, now));
    EventStatus status = publish ? EventStatus.PUBLISHED : EventStatus.DRAFT;
    return new Event(id, organiser, details, status, 1, now, now);
  }

  /**
   * The event with other details. A date that is moved must lie in the future, and so must when it
   * is to be published; one that stays may have passed.
   *
   * @throws WrongState when the event is cancelled or completed, or was published and gets other
   *     contingents
   */
  public Event change(EventDetails changed, Instant now) {
    if (status == EventStatus.CANCELLED || status == EventStatus.COMPLETED) {
      throw new WrongState(this, "changed");
    }
    if (!isDraft() && !details.contingents().mayBecome(changed.contingents(), now)) {
      throw new WrongState(
          "The contingents of an event that was published keep their order, names and sizes; only"
              + " when they are released can be changed, until they are.");
    }
    if (!changed.date().equals(details.date())) {
      requireFuture("date", changed.date(), now);
    }
    Optional<Instant> publishAt = changed.schedule().publishAt();
    if (!publishAt.equals(details.schedule().publishAt())) {
      publishAt.ifPresent(at -> requireFuture("publishAt", at, now));
    }
    return new Event(id, organiser, changed, status, version + 1, createdAt, now);
  }

  /** The event, on sale. Nobody could book it if its sales had ended. */
  public Event publish(Instant now) {
    if (isDraft() && !now.isBefore(details.schedule().salesEnd())) {
      throw new WrongState(
          hasBegun(now)
              ? "The date of the event has passed; it cannot be published."
              : "The sale of the event has ended; it cannot be published.");
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

  /** The event, run by somebody else, whatever its state. */
  public Event handOver(UserId other, Instant now) {
    if (other.equals(organiser)) {
      throw new WrongState("The event is theirs already.");
    }
    return new Event(id, other, details, status, version + 1, createdAt, now);
  }

  /** Why it cannot be booked, however many places are free; empty when it can. */
  public Optional<NotBookableReason> notBookable(Instant now) {
    return notOnSale().or(() -> details.schedule().notSold(now));
  }

  /** Why what is held of it cannot be confirmed; empty when it can. */
  public Optional<NotBookableReason> notConfirmable(Instant now) {
    return notOnSale()
        .or(
            () ->
                now.isBefore(details.schedule().lastHold())
                    ? Optional.empty()
                    : Optional.of(NotBookableReason.BEGUN));
  }

  /** Whether its buyers may give back what they bought. */
  public boolean takesBack(Instant now) {
    return now.isBefore(details.terms().refundableUntil().orElse(details.date())) && !hasBegun(now);
  }

  private Optional<NotBookableReason> notOnSale() {
    return switch (status) {
      case DRAFT -> Optional.of(NotBookableReason.DRAFT);
      case CANCELLED -> Optional.of(NotBookableReason.CANCELLED);
      case COMPLETED -> Optional.of(NotBookableReason.COMPLETED);
      case PUBLISHED -> Optional.empty();
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

  /** Whether the viewer, who may be nobody, may know of it: a draft is for those who run it. */
  public boolean isShownTo(Optional<Principal> viewer) {
    return !isDraft() || viewer.filter(this::isRunBy).isPresent();
  }

  /** Whether the sender lets visitors in: staff does at every event, and a device at its own. */
  public boolean isStaffedBy(Principal sender) {
    return (sender.role() == Role.STAFF || isRunBy(sender))
        && sender.credential().isGoodAtDoorOf(id.value());
  }

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

  private static void requireFuture(String field, Instant time, Instant now) {
    if (!time.isAfter(now)) {
      throw new InvalidValue(field, time, "must be in the future");
    }
  }
}
