package dev.lastseat.domain.payment;

/** What became of money that was taken. */
public sealed interface Settlement {
  /** Nothing yet. */
  record Open() implements Settlement {}

  /** This is paid with it: what it was for, or what was made in its place. */
  record Paid(Purchase bought) implements Settlement {}

  /** There is nothing that it could pay, so it has to go back. */
  record RefundDue(String why) implements Settlement {}
}
