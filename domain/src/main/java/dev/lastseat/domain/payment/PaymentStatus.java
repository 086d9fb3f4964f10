package dev.lastseat.domain.payment;

import dev.lastseat.domain.shared.Spelled;

/** How a payment stands, by name, for queries, stores and the HTTP contract. */
public enum PaymentStatus implements Spelled {
  ANNOUNCED,
  AUTHORISED,
  FAILED,
  CANCELLED,
  /** Taken, and nobody has said for what. */
  UNMATCHED,
  /** Taken, and not brought together with its booking or order yet. */
  CAPTURED,
  /** A booking or an order is paid with it. */
  PAID,
  /** There is nothing that it could pay: it has to go back. */
  REFUND_DUE,
  /** All of it went back. */
  REFUNDED
}
