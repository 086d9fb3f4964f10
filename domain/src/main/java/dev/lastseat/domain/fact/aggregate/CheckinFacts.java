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
import java.util.TreeMap;

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
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("event", list.event().value());
    fields.put("name", list.name());
    fields.put("reentry", Boolean.toString(list.reentry()));
    list.validFrom().ifPresent(at -> fields.put("validFrom", at.toString()));
    list.validUntil().ifPresent(at -> fields.put("validUntil", at.toString()));
    fields.put("createdAt", list.createdAt().toString());
    return fields;
  }

  /** Its latest scan, for each has a fact; list and ticket are in the name of the stream. */
  public static SortedMap<String, String> fields(Checkin checkin) {
    Scan scan = checkin.latest();
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("scan", scan.kind().word());
    fields.put("nonce", scan.nonce());
    fields.put("at", scan.at().toString());
    fields.put("by", scan.by());
    scan.device().ifPresent(name -> fields.put("device", name));
    return fields;
  }
}
