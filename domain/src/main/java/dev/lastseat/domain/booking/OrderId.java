package dev.lastseat.domain.booking;

import dev.lastseat.domain.shared.Identifiers;

/** Names one order. */
public record OrderId(String value) {
  public OrderId {
    Identifiers.require("orderId", value);
  }
}
