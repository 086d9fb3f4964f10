package dev.lastseat.domain.booking;

import dev.lastseat.domain.shared.Text;

/** Why a booking was cancelled, in somebody's words. */
public record Reason(String text) {
  public static final int MAX = 500;

  public static final Reason NOT_GIVEN = new Reason("Cancelled without a reason");
  public static final Reason EVENT_CANCELLED = new Reason("The event was cancelled");
  public static final Reason RETURNED = new Reason("All tickets were given back");
  public static final Reason HOLD_ENDED = new Reason("The holds of the order have ended");

  public Reason {
    text = Text.require("reason", text, MAX);
  }
}
