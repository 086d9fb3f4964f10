package dev.lastseat.domain.event;

/** Why nobody can book an event, whoever they are and however little they want. */
public enum NotBookableReason {
  DRAFT("The event is draft and cannot be booked."),
  CANCELLED("The event is cancelled and cannot be booked."),
  COMPLETED("The event is completed and cannot be booked."),
  NOT_ON_SALE_YET("The sale of the event has not begun yet."),
  SALES_ENDED("The sale of the event has ended."),
  BEGUN("The event has begun and cannot be booked any more."),
  SOLD_OUT("The event is sold out.");

  private final String why;

  NotBookableReason(String why) {
    this.why = why;
  }

  /** A sentence for the customer. */
  public String why() {
    return why;
  }
}
