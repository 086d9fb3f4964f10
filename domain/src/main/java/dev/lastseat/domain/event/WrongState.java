package dev.lastseat.domain.event;

/** The event is in a state that does not allow the change. */
public final class WrongState extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongState(Event event, String wanted) {
    super("The event is %s and cannot be %s.".formatted(event.status().word(), wanted));
  }
}
