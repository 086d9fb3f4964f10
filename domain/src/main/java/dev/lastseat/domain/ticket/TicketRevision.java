package dev.lastseat.domain.ticket;

import dev.lastseat.domain.event.EventId;
import java.util.Optional;

/**
 * Which of its codes a ticket has, and who comes with it.
 *
 * @param revision how often it got another one; only the latest is good
 * @param visitor empty where nobody said
 */
public record TicketRevision(
    TicketId ticket, EventId event, int revision, Optional<Visitor> visitor) {
  /** So often a ticket gets another code: a door compares what it is shown with all of them. */
  public static final int MAX = 1_000;

  /** One that has the code that it was sold with. */
  public static TicketRevision sold(TicketId ticket, EventId event) {
    return new TicketRevision(ticket, event, 0, Optional.empty());
  }

  /** With another code; the same when it has its last one. */
  public TicketRevision next() {
    return hasLastCode() ? this : new TicketRevision(ticket, event, revision + 1, visitor);
  }

  private boolean hasLastCode() {
    return revision >= MAX;
  }

  /**
   * With that visitor, or none. Whoever was named before has seen the code perhaps, so it is
   * another one unless they still come. With its last code it stays as it is where somebody else is
   * to come; taking the name away leaves that code.
   */
  public TicketRevision named(Optional<Visitor> other) {
    boolean stillComes =
        visitor.stream().allMatch(it -> other.filter(it::isSamePerson).isPresent());
    if (stillComes) {
      return new TicketRevision(ticket, event, revision, other);
    }
    return hasLastCode() && other.isPresent()
        ? this
        : new TicketRevision(ticket, event, next().revision, other);
  }

  /** With nobody named, for nothing is kept of them any more; the code stays good. */
  public TicketRevision forgotten() {
    return new TicketRevision(ticket, event, revision, Optional.empty());
  }
}
