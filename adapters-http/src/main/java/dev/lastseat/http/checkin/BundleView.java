package dev.lastseat.http.checkin;

import dev.lastseat.application.checkin.OfflineBundle;
import dev.lastseat.application.checkin.OfflineBundle.Since;
import dev.lastseat.http.json.Sha256;
import dev.lastseat.http.json.View;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the offline bundle, in few characters for each ticket (docs/adr/0047). */
final class BundleView {
  static final String A_CURSOR = "the next of another part";

  private static final Pattern CURSOR =
      Pattern.compile("(?<changes>[0-9]{1,18})(-(?<sold>[0-9]{1,18}))?");

  /** The 12 characters of a booking and the 2 of the ticket in it begin the codes of both kinds. */
  private static final int NAME = 14;

  /**
   * The id is a fingerprint of the first characters of its codes, which name the ticket; the code
   * one of its short code, as long as that is good; the revision is that of its signed code. There
   * is no state where it is good and has let nobody in.
   */
  private static final View<OfflineBundle.Entry> TICKET =
      new View<OfflineBundle.Entry>()
          .field("id", entry -> Sha256.half(code(entry).substring(0, NAME)))
          .field("code", entry -> entry.ticket().isGood() ? Sha256.half(code(entry)) : null)
          .field("revision", entry -> Optional.of(entry.ticket().revision()).filter(it -> it > 0))
          .field("state", BundleView::state);

  /** {@code next} is what {@code since} has to be for the next part. */
  static final View<OfflineBundle.Part> PART =
      new View<OfflineBundle.Part>()
          .field("tickets", part -> TICKET.each(part.entries()))
          .field("next", part -> text(part.next()))
          .field("more", OfflineBundle.Part::more);

  private BundleView() {}

  private static String code(OfflineBundle.Entry entry) {
    return entry.ticket().code().value().replace("-", "");
  }

  private static Optional<String> state(OfflineBundle.Entry entry) {
    return entry.ticket().isGood()
        ? entry.checkin().map(checkin -> checkin.isInside() ? "inside" : "outside")
        : Optional.of("void");
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
