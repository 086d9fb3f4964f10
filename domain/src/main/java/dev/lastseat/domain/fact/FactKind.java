package dev.lastseat.domain.fact;

import dev.lastseat.domain.shared.Spelled;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can happen, as far as this version knows; a log may hold more, written by a later one. */
public enum FactKind implements Spelled {
  EVENT_CREATED("event.created"),
  EVENT_CHANGED("event.changed"),
  EVENT_PUBLISHED("event.published"),
  EVENT_CANCELLED("event.cancelled"),
  EVENT_COMPLETED("event.completed"),
  EVENT_DELETED("event.deleted"),
  BOOKING_HELD("booking.held"),
  BOOKING_CONFIRMED("booking.confirmed"),
  BOOKING_CANCELLED("booking.cancelled"),
  BOOKING_EXPIRED("booking.expired"),
  /** It has other places, for its event got smaller. */
  BOOKING_MOVED("booking.moved"),
  /** Its hold ends earlier, for its event begins earlier. */
  BOOKING_SHORTENED("booking.shortened"),
  /** Its hold ends later, for whoever sells it waits for its payment. */
  BOOKING_EXTENDED("booking.extended"),
  /** Some of its tickets were given back, and the others stand. */
  BOOKING_RETURNED("booking.returned"),
  /** Nothing is kept any more of the guest that it was sold to. */
  BOOKING_ANONYMISED("booking.anonymised"),
  ORDER_PLACED("order.placed"),
  /** All of it is given back; what becomes of its bookings is told of each. */
  ORDER_CANCELLED("order.cancelled"),
  /** It got another code, and the one before is good no more. */
  TICKET_REISSUED("ticket.reissued"),
  /** Somebody, somebody else or nobody comes with it; the facts do not say who. */
  TICKET_NAMED("ticket.named"),
  CHECKIN_LISTED("checkin.listed"),
  CHECKIN_RECORDED("checkin.recorded"),
  CHECKIN_LEFT("checkin.left"),
  /** Two gates that knew nothing of each other let somebody in by one ticket. */
  CHECKIN_DOUBLED("checkin.doubled"),
  CHECKIN_UNDONE("checkin.undone"),
  PAYMENT_ANNOUNCED("payment.announced"),
  PAYMENT_AUTHORISED("payment.authorised"),
  PAYMENT_FAILED("payment.failed"),
  PAYMENT_CANCELLED("payment.cancelled"),
  PAYMENT_CAPTURED("payment.captured"),
  /** It is known what it is for. */
  PAYMENT_MATCHED("payment.matched"),
  /** A booking or an order is paid with it. */
  PAYMENT_PAID("payment.paid"),
  /** It has to go back, for there is nothing that it could pay. */
  PAYMENT_REFUND_DUE("payment.refund_due"),
  /** Some of it went back, or all. */
  PAYMENT_REFUNDED("payment.refunded"),
  USER_REGISTERED("user.registered"),
  USER_CHANGED("user.changed"),
  /** A mail proved that the address is theirs. */
  USER_VERIFIED("user.verified"),
  USER_ROLE_CHANGED("user.role-changed"),
  USER_ERASED("user.erased"),
  SESSION_OPENED("session.opened"),
  SESSION_REVOKED("session.revoked"),
  API_KEY_CREATED("api-key.created"),
  API_KEY_REVOKED("api-key.revoked"),
  PASSKEY_ADDED("passkey.added"),
  PASSKEY_RENAMED("passkey.renamed"),
  PASSKEY_REMOVED("passkey.removed");

  private static final Map<String, FactKind> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(FactKind::word, Function.identity()));

  private final String word;

  FactKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  public static Optional<FactKind> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
