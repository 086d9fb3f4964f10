package dev.lastseat.domain.booking;

import dev.lastseat.domain.shared.Text;
import java.util.Set;

/** Why a booking was cancelled, in somebody's words or in the program's own. */
public record Reason(String text) {
  public static final int MAX = 500;

  public static final Reason NOT_GIVEN = new Reason("Cancelled without a reason");
  public static final Reason EVENT_CANCELLED = new Reason("The event was cancelled");
  public static final Reason RETURNED = new Reason("All tickets were given back");
  public static final Reason HOLD_ENDED = new Reason("The holds of the order have ended");
  public static final Reason ACCOUNT_ERASED = new Reason("The account was erased");

  private static final Set<Reason> OWN =
      Set.of(NOT_GIVEN, EVENT_CANCELLED, RETURNED, HOLD_ENDED, ACCOUNT_ERASED);

  public Reason {
    text = Text.require("reason", text, MAX);
  }

  /** In somebody's words; what they are is never taken for the program's own. */
  public static Reason said(String words) {
    Reason said = new Reason(words);
    return said.isOwn() ? new Reason(said.text() + ".") : said;
  }

  /** Whether it is the program that gives it. */
  public boolean isOwn() {
    return OWN.contains(this);
  }
}
