package dev.lastseat.http.checkin;

import dev.lastseat.application.checkin.OfflineBundle;
import dev.lastseat.application.checkin.OfflineBundle.Since;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.http.json.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of the offline bundle, in few characters for each ticket (docs/adr/0047).
 *
 * @param next what {@code since} has to be for the next part
 */
record BundleView(List<TicketView> tickets, String next, boolean more) {
  static final String A_CURSOR = "the next of another part";

  private static final Pattern CURSOR =
      Pattern.compile("(?<changes>[0-9]{1,18})(-(?<sold>[0-9]{1,18}))?");

  /** The 12 characters of a booking and the 2 of the ticket in it begin the codes of both kinds. */
  private static final int NAME = 14;

  /**
   * A component that is null is left out.
   *
   * @param id a fingerprint of the first characters of its codes, which name the ticket
   * @param code a fingerprint of its short code; null where it is good no more
   * @param revision of its signed code; null for the first
   * @param state null where it is good and has let nobody in
   */
  record TicketView(
      String id, @Nullable String code, @Nullable Integer revision, @Nullable String state) {

    static TicketView of(OfflineBundle.Entry entry) {
      var ticket = entry.ticket();
      String code = ticket.code().value().replace("-", "");
      return new TicketView(
          Sha256.half(code.substring(0, NAME)),
          ticket.isGood() ? Sha256.half(code) : null,
          ticket.revision() == 0 ? null : ticket.revision(),
          ticket.isGood() ? entry.checkin().map(TicketView::state).orElse(null) : "void");
    }

    private static String state(Checkin checkin) {
      return checkin.isInside() ? "inside" : "outside";
    }
  }

  static BundleView of(OfflineBundle.Part part) {
    return new BundleView(
        part.entries().stream().map(TicketView::of).toList(), text(part.next()), part.more());
  }

  private static String text(Since since) {
    return since.changes() + since.sold().map(it -> "-" + it).orElse("");
  }

  /** What {@link #text} wrote. */
  static Since since(String text) {
    Matcher parts = CURSOR.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("has another form");
    }
    return new Since(
        Optional.ofNullable(parts.group("sold")).map(Long::valueOf),
        Long.parseLong(parts.group("changes")));
  }
}
