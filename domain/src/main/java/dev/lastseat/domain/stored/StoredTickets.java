package dev.lastseat.domain.stored;

import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import java.util.Optional;

/** Tickets, and who came with them, of what is stored of them. */
public final class StoredTickets {
  private StoredTickets() {}

  public static TicketRevision ticket(TicketId id, Fields ticket) {
    return new TicketRevision(
        id, ticket.text("eventId", EventId::new), ticket.integer("revision"), visitor(ticket));
  }

  private static Optional<Visitor> visitor(Fields ticket) {
    Optional<Email> email = ticket.optionalText("visitorEmail", Email::new);
    Optional<Answers> answers = ticket.optionalText("visitorAnswers", Answers::parse);
    return ticket.optionalText(
        "visitorName", name -> new Visitor(name, email, answers.orElse(Answers.NONE)));
  }

  public static CheckinList checkinList(Fields list) {
    return list.sensible(
        "name",
        () ->
            new CheckinList(
                list.text("id", CheckinListId::new),
                list.text("eventId", EventId::new),
                list.text("name"),
                list.flag("reentry"),
                list.optionalTime("validFrom"),
                list.optionalTime("validUntil"),
                list.time("createdAt")));
  }

  /** What happened on a list to the ticket, which stores name in two ways. */
  public static Checkin checkin(TicketId ticket, Fields checkin) {
    CheckinListId list = checkin.text("list", CheckinListId::new);
    return checkin.text("scans", scans -> Checkin.parse(list, ticket, scans));
  }

  /** A scan that was refused, by who is told in the field that is named so. */
  public static RefusedScan refused(Fields scan, String by) {
    return scan.sensible(
        "reason",
        () ->
            new RefusedScan(
                scan.time("at"),
                scan.text(by),
                scan.optionalText("device"),
                scan.text("reason"),
                scan.optionalText("ticket", TicketId::parse)));
  }

  /** All that may change of it. */
  public static Values changeable(TicketRevision ticket) {
    Optional<Visitor> visitor = ticket.visitor();
    return new Values()
        .with("revision", ticket.revision())
        .with("visitorName", visitor.map(Visitor::name))
        .with("visitorEmail", visitor.flatMap(Visitor::email).map(Email::value))
        .with("visitorAnswers", visitor.map(it -> it.answers().text()));
  }

  /** All that may change of it. */
  public static Values changeable(Checkin checkin) {
    return new Values().with("inside", checkin.isInside()).with("scans", checkin.text());
  }

  public static Values values(CheckinList list) {
    return new Values()
        .with("id", list.id().value())
        .with("eventId", list.event().value())
        .with("name", list.name())
        .with("reentry", list.reentry())
        .with("validFrom", list.validFrom())
        .with("validUntil", list.validUntil())
        .with("createdAt", list.createdAt());
  }
}
