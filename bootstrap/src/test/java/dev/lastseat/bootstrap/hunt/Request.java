package dev.lastseat.bootstrap.hunt;

import java.util.List;

/** What a client asks for. Requests with a key may be sent again. */
sealed interface Request {
  /** One that sells, once under its key. */
  sealed interface Purchase extends Request {
    String key();

    int quantity();

    List<String> events();
  }

  record Book(String event, int quantity, boolean hold, String key) implements Purchase {
    @Override
    public List<String> events() {
      return List.of(event);
    }
  }

  record Order(List<String> events, int quantity, String key) implements Purchase {}

  record Confirm(String booking) implements Request {}

  record Cancel(String booking) implements Request {}

  record Look(String booking) implements Request {}

  record Count(String event) implements Request {}

  /** Which bookings are live; asked when everybody has gone home. */
  record ListLive(String event) implements Request {}

  record Resize(String event, int total) implements Request {}

  record CancelEvent(String event) implements Request {}
}
