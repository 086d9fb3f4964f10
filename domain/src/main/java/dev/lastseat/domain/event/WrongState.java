package dev.lastseat.domain.event;

/** The event is in a state that does not allow the change. */
public final class WrongState extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  WrongState(Event event, String wanted) {
    this("The event is %s and cannot be %s.".formatted(event.status().word(), wanted));
  }

  WrongState(String why) {
    super(why);
    this.why = why;
  }

  /** A sentence for whoever asked for the change. */
  public String why() {
    return why;
  }
}
