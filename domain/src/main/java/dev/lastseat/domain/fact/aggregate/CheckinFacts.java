package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** Check-in as facts tell it: lists, and who was let in by which ticket. */
public final class CheckinFacts {
  private static final SortedMap<String, String> NOTHING = Collections.emptySortedMap();

  private CheckinFacts() {}

  /** A new list. */
  public static Change listed(CheckinList list) {
    return Change.of(
        StreamId.of(list.id()), FactKind.CHECKIN_LISTED, list.createdAt(), fields(list));
  }

  /** What its latest scan was. */
  public static Change scanned(Optional<Checkin> before, Checkin after) {
    Scan scan = after.latest();
    return Change.between(
        StreamId.of(after.list(), after.ticket()),
        kind(scan),
        scan.at(),
        before.map(CheckinFacts::fields).orElse(NOTHING),
        fields(after));
  }

  private static FactKind kind(Scan scan) {
    return switch (scan.kind()) {
      case ENTRY -> FactKind.CHECKIN_RECORDED;
      case EXIT -> FactKind.CHECKIN_LEFT;
      case DOUBLE -> FactKind.CHECKIN_DOUBLED;
      case UNDONE -> FactKind.CHECKIN_UNDONE;
    };
  }

  /** All that there is to know of a list. */
  public static SortedMap<String, String> fields(CheckinList list) {
    return new FactFields()
        .with("event", list.event().value())
        .with("name", list.name())
        .with("reentry", list.reentry())
        .with("validFrom", list.validFrom())
        .with("validUntil", list.validUntil())
        .with("createdAt", list.createdAt())
        .texts();
  }

  /** Its latest scan, for each has a fact; list and ticket are in the name of the stream. */
  public static SortedMap<String, String> fields(Checkin checkin) {
    Scan scan = checkin.latest();
    return new FactFields()
        .with("scan", scan.kind())
        .with("nonce", scan.nonce())
        .with("at", scan.at())
        .with("by", scan.by())
        .with("device", scan.device())
        .texts();
  }
}
