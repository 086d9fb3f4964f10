package dev.lastseat.domain.checkin;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened to a ticket on a list, since it first let somebody in.
 *
 * @param scans what happened to it there, the latest {@value #MAX_SCANS}, in the order in which
 *     they came; the facts have all
 */
public record Checkin(CheckinListId list, TicketId ticket, List<Scan> scans) {
  public static final int MAX_SCANS = 50;

  public Checkin {
    scans = List.copyOf(scans);
    if (scans.stream().allMatch(it -> it.kind() == Scan.Kind.DOUBLE)) {
      throw new InvalidValue("scans", scans.size(), "must have an entry or an exit");
    }
  }

  /** Somebody is let in for the first time. */
  public static Checkin first(CheckinListId list, TicketId ticket, Scan entry) {
    return new Checkin(list, ticket, List.of(entry));
  }

  /** Whether it was not taken back. */
  public boolean isStanding() {
    return standing().kind() != Scan.Kind.UNDONE;
  }

  /** The one that says where the visitor is: the latest that is not double. */
  public Scan standing() {
    return scans.stream()
        .filter(it -> it.kind() != Scan.Kind.DOUBLE)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  public Scan latest() {
    return scans.getLast();
  }

  public boolean isInside() {
    return standing().kind() == Scan.Kind.ENTRY;
  }

  /** The scan, if it came before. */
  public Optional<Scan> known(Scan scan) {
    return scans.stream().filter(scan::isSame).findFirst();
  }

  /** Whether a scan that is known was taken back since. */
  public boolean isUndone(Scan known) {
    return scans.subList(scans.indexOf(known), scans.size()).stream()
        .anyMatch(it -> it.kind() == Scan.Kind.UNDONE);
  }

  /** Whether another double entry would push out of sight what is known of it. */
  public boolean isFull() {
    return scans.size() >= MAX_SCANS;
  }

  /** The scan came too late, for its ticket was given back. */
  public Checkin takenBack(Scan late) {
    String nonce = "undo-" + late.at().toEpochMilli();
    return and(new Scan(Scan.Kind.UNDONE, nonce, late.at(), late.by(), late.device()));
  }

  /** What follows. */
  public Checkin and(Scan scan) {
    List<Scan> all = Stream.concat(scans.stream(), Stream.of(scan)).toList();
    return new Checkin(list, ticket, all.subList(Math.max(0, all.size() - MAX_SCANS), all.size()));
  }

  /** Its scans, a line each. */
  public String text() {
    return scans.stream().map(Scan::line).collect(Collectors.joining("\n"));
  }

  /** With the scans in {@link #text}. */
  public static Checkin parse(CheckinListId list, TicketId ticket, String text) {
    return new Checkin(list, ticket, text.lines().map(Scan::parse).toList());
  }
}
