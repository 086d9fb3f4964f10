package dev.lastseat.bootstrap.hunt;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a client asks for. Requests with a key may be sent again. */
sealed interface Request extends Step.Act {
  /** The events or the booking that it is about. */
  default Stream<String> subjects() {
    return switch (this) {
      case Purchase purchase -> purchase.events().stream();
      case Confirm(String booking) -> Stream.of(booking);
      case Cancel(String booking) -> Stream.of(booking);
      case Look(String booking) -> Stream.of(booking);
      case Admit(String booking) -> Stream.of(booking);
      case Undo(String booking) -> Stream.of(booking);
      case Reserve(String event, String _) -> Stream.of(event);
      case Pay pay -> Stream.of(pay.booking());
      case ListPayments _, ListUnsettled _ -> Stream.of();
      case ListSold(String event, int _) -> Stream.of(event);
      case Count(String event) -> Stream.of(event);
      case ListLive(String event) -> Stream.of(event);
      case Resize(String event, int _) -> Stream.of(event);
      case CancelEvent(String event) -> Stream.of(event);
    };
  }

  /** The same, with other names for what it is about. */
  default Request with(UnaryOperator<String> names) {
    return switch (this) {
      case Book(String event, int quantity, boolean hold, String key) ->
          new Book(names.apply(event), quantity, hold, key);
      case Order(List<String> events, int quantity, String key) ->
          new Order(events.stream().map(names).toList(), quantity, key);
      case Confirm(String booking) -> new Confirm(names.apply(booking));
      case Cancel(String booking) -> new Cancel(names.apply(booking));
      case Look(String booking) -> new Look(names.apply(booking));
      case Admit(String booking) -> new Admit(names.apply(booking));
      case Undo(String booking) -> new Undo(names.apply(booking));
      case Reserve(String event, String key) -> new Reserve(names.apply(event), key);
      case Pay pay ->
          new Pay(names.apply(pay.booking()), pay.reference(), pay.amount(), pay.byProvider());
      case ListPayments _, ListUnsettled _ -> this;
      case ListSold(String event, int page) -> new ListSold(names.apply(event), page);
      case Count(String event) -> new Count(names.apply(event));
      case ListLive(String event) -> new ListLive(names.apply(event));
      case Resize(String event, int total) -> new Resize(names.apply(event), total);
      case CancelEvent(String event) -> new CancelEvent(names.apply(event));
    };
  }

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

  /** Shows the first ticket at the door, each time in another scan. */
  record Admit(String booking) implements Request {}

  /** Has the door take back that somebody was let in by the first ticket. */
  record Undo(String booking) implements Request {}

  /** Holds a ticket that is to be paid, and may be held again when it was paid too late. */
  record Reserve(String event, String key) implements Request {}

  /**
   * Says that so much was paid for what is held.
   *
   * @param byProvider as its signed event, whose payment is settled later; else by confirming it
   */
  record Pay(String booking, String reference, int amount, boolean byProvider) implements Request {}

  /** All payments; asked when everybody has gone home. */
  record ListPayments(int page) implements Request {}

  /** What was told of payments and has led to nothing yet. */
  record ListUnsettled(String path) implements Request {
    static final List<String> PATHS =
        List.of(
            "/jobs?kind=payment-event&state=waiting",
            "/jobs?kind=payment-event&state=running",
            "/payments?status=captured");
  }

  /** What was sold of an event that is paid; asked when everybody has gone home. */
  record ListSold(String event, int page) implements Request {}

  record Count(String event) implements Request {}

  /** Which bookings are live; asked when everybody has gone home. */
  record ListLive(String event) implements Request {}

  record Resize(String event, int total) implements Request {}

  record CancelEvent(String event) implements Request {}
}
