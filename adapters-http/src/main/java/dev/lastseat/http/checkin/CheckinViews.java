package dev.lastseat.http.checkin;

import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckinLists.OfEvent;
import dev.lastseat.application.checkin.CheckinLists.WithCount;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.http.json.View;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.live.SharedLookups;
import dev.lastseat.http.request.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How lists and scans are shown. */
final class CheckinViews {
  private static final View<CheckinList> SETTINGS =
      new View<CheckinList>()
          .field("id", list -> list.id().value())
          .field("eventId", list -> list.event().value())
          .field("name", CheckinList::name)
          .field("reentry", CheckinList::reentry)
          .field("validFrom", CheckinList::validFrom)
          .field("validUntil", CheckinList::validUntil)
          .field("createdAt", CheckinList::createdAt);

  static final View<WithCount> LIST =
      new View<WithCount>().all(WithCount::list, SETTINGS).field("inside", WithCount::inside);

  private static final View<Scan> SCAN =
      new View<Scan>().field("at", Scan::at).field("by", Scan::by).field("device", Scan::device);

  /** {@code at}, {@code by} and {@code device} are of the scan that stands. */
  private static final View<Verdict> VERDICT =
      new View<Verdict>()
          .field("nonce", Verdict::nonce)
          .field("result", Verdict::result)
          .field("ticket", verdict -> verdict.ticket().map(TicketId::text))
          .field("place", Verdict::place)
          .field("at", verdict -> verdict.scan().map(Scan::at))
          .field("by", verdict -> verdict.scan().map(Scan::by))
          .field("device", verdict -> verdict.scan().flatMap(Scan::device));

  static final View<RefusedScan> REFUSED =
      new View<RefusedScan>()
          .field("result", RefusedScan::reason)
          .field("at", RefusedScan::at)
          .field("by", RefusedScan::by)
          .field("device", RefusedScan::device)
          .field("ticket", scan -> scan.ticket().map(TicketId::text));

  /** What was taken back, of which the scan is the one that stood. */
  static final View<Checkin> UNDONE =
      new View<Checkin>()
          .field("ticket", undone -> undone.ticket().text())
          .all(Checkin::standing, SCAN);

  private CheckinViews() {}

  private record Verdict(
      Optional<String> nonce,
      String result,
      Optional<TicketId> ticket,
      Optional<Integer> place,
      Optional<Scan> scan) {}

  /** How many are inside by each list of an event, for those who listen. */
  static SharedLookups<EventId, OfEvent> live(Function<EventId, Optional<OfEvent>> find) {
    return new SharedLookups<>(
        find, OfEvent::lists, found -> Message.of("lists", LIST.each(found.lists())));
  }

  /** Of one scan, which has a name where there are many. */
  static Map<String, Object> verdict(Optional<String> nonce, CheckIn.Outcome outcome) {
    return VERDICT.apply(
        switch (outcome) {
          case CheckIn.Outcome.Passed(TicketId ticket, Scan scan, int place) ->
              new Verdict(nonce, "ok", Optional.of(ticket), Optional.of(place), Optional.of(scan));
          case CheckIn.Outcome.Doubled(TicketId ticket, Scan standing) ->
              new Verdict(
                  nonce,
                  "double_entry",
                  Optional.of(ticket),
                  Optional.empty(),
                  Optional.of(standing));
          case CheckIn.Outcome.Refused(CheckIn.Refusal why, var ticket, var standing) ->
              new Verdict(nonce, why.word(), ticket, Optional.empty(), standing);
          case CheckIn.Outcome.NoList _ -> throw Resource.LIST.notFound();
        });
  }
}
