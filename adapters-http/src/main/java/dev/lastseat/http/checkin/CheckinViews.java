package dev.lastseat.http.checkin;

import static dev.lastseat.http.request.Resource.LIST;

import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckIn.Refusal;
import dev.lastseat.application.checkin.CheckinLists.WithCount;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.http.json.Times;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How lists and scans are shown. A component that is null is left out. */
final class CheckinViews {
  private CheckinViews() {}

  record ListView(
      String id,
      String eventId,
      String name,
      boolean reentry,
      @Nullable String validFrom,
      @Nullable String validUntil,
      String createdAt,
      long inside) {}

  static ListView list(WithCount shown) {
    var list = shown.list();
    return new ListView(
        list.id().value(),
        list.event().value(),
        list.name(),
        list.reentry(),
        list.validFrom().map(Times::text).orElse(null),
        list.validUntil().map(Times::text).orElse(null),
        Times.text(list.createdAt()),
        shown.inside());
  }

  /** {@code at}, {@code by} and {@code device} are of the scan that stands. */
  record VerdictView(
      @Nullable String nonce,
      String result,
      @Nullable String ticket,
      @Nullable Integer place,
      @Nullable String at,
      @Nullable String by,
      @Nullable String device) {
    /** Named where there are many. */
    VerdictView of(String scan) {
      return new VerdictView(scan, result, ticket, place, at, by, device);
    }
  }

  static VerdictView verdict(CheckIn.Outcome outcome) {
    return switch (outcome) {
      case CheckIn.Outcome.Passed(TicketId ticket, Scan scan, int place) ->
          verdict("ok", Optional.of(ticket), Optional.of(place), Optional.of(scan));
      case CheckIn.Outcome.Doubled(TicketId ticket, Scan standing) ->
          verdict("double_entry", Optional.of(ticket), Optional.empty(), Optional.of(standing));
      case CheckIn.Outcome.Refused(Refusal why, var ticket, var standing) ->
          verdict(why.word(), ticket, Optional.empty(), standing);
      case CheckIn.Outcome.NoList _ -> throw LIST.notFound();
    };
  }

  private static VerdictView verdict(
      String result, Optional<TicketId> ticket, Optional<Integer> place, Optional<Scan> scan) {
    return new VerdictView(
        null,
        result,
        ticket.map(TicketId::text).orElse(null),
        place.orElse(null),
        scan.map(it -> Times.text(it.at())).orElse(null),
        scan.map(Scan::by).orElse(null),
        scan.flatMap(Scan::device).orElse(null));
  }

  record RefusedView(
      String result, String at, String by, @Nullable String device, @Nullable String ticket) {}

  static RefusedView refused(RefusedScan scan) {
    return new RefusedView(
        scan.reason(),
        Times.text(scan.at()),
        scan.by(),
        scan.device().orElse(null),
        scan.ticket().map(TicketId::text).orElse(null));
  }

  /** What was taken back, of which the scan is the one that stood. */
  record UndoneView(String ticket, String at, String by, @Nullable String device) {
    static UndoneView of(Checkin undone) {
      Scan scan = undone.standing();
      return new UndoneView(
          undone.ticket().text(), Times.text(scan.at()), scan.by(), scan.device().orElse(null));
    }
  }
}
