package dev.lastseat.http.json;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.lastseat.domain.booking.OrderItems;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketRequest;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.User;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of requests. A component is null where the body does not have it. */
public final class Bodies {
  private static final String ID = "[A-Za-z0-9_-]{1,64}";
  private static final String ID_FORM = "must be 1 to 64 letters, digits, '-' or '_'";
  private static final String QUANTITY = "must be 1 to " + Quantity.MAX;
  private static final String PRICE = "must be 0 or more";
  private static final String ITEMS = "must be 1 to " + OrderItems.MAX;

  private Bodies() {}

  public record Register(
      @Required @Makes(Makes.Value.EMAIL) @Nullable String email,
      @Required @Makes(Makes.Value.PASSWORD) @Nullable String password,
      @Required @Line(max = User.MAX_NAME) @Nullable String name) {}

  public record LogIn(
      @Required @Makes(Makes.Value.EMAIL) @Nullable String email,
      @Required @Nullable String password) {}

  public record Refresh(
      @Required @Makes(Makes.Value.REFRESH_TOKEN) @Nullable String refreshToken) {}

  public record Cancel(@Line(max = Reason.MAX) @Nullable String reason) {}

  public record Book(
      @Required @Pattern(regexp = ID, message = ID_FORM) @Nullable String eventId,
      @Min(value = 1, message = QUANTITY) @Max(value = Quantity.MAX, message = QUANTITY)
          @Nullable Integer quantity,
      @Nullable Boolean hold,
      @DecimalMin(value = "0", message = PRICE) @Nullable BigDecimal expectedPrice) {

    /** Two bodies that ask for the same are the same, however they are written. */
    public static Book of(TicketRequest request, boolean hold) {
      return new Book(request.event().value(), request.quantity().tickets(), hold, plain(request));
    }

    public TicketRequest request() {
      return Bodies.request(eventId, requireNonNullElse(quantity, 1), expectedPrice);
    }
  }

  public record Order(
      @Required @Size(min = 1, max = OrderItems.MAX, message = ITEMS) @OfDifferentEvents
          @Nullable List<@Valid Item> items) {}

  public record Item(
      @Required @Pattern(regexp = ID, message = ID_FORM) @Nullable String eventId,
      @Required @Min(value = 1, message = QUANTITY) @Max(value = Quantity.MAX, message = QUANTITY)
          @Nullable Integer quantity,
      @DecimalMin(value = "0", message = PRICE) @Nullable BigDecimal expectedPrice) {

    public static Item of(TicketRequest request) {
      return new Item(request.event().value(), request.quantity().tickets(), plain(request));
    }

    public TicketRequest request() {
      return Bodies.request(eventId, requireNonNull(quantity), expectedPrice);
    }
  }

  private static TicketRequest request(
      @Nullable String event, int quantity, @Nullable BigDecimal expectedPrice) {
    return new TicketRequest(
        new EventId(requireNonNull(event)),
        new Quantity(quantity),
        Optional.ofNullable(expectedPrice));
  }

  private static @Nullable BigDecimal plain(TicketRequest request) {
    return request.expectedPrice().map(BigDecimal::stripTrailingZeros).orElse(null);
  }

  /** An event without its status: what PUT writes, and what PATCH merges into. */
  @Payable
  public record Event(
      @Required @Line(max = EventDetails.MAX_TEXT) @Nullable String name,
      @Required @Future(message = "must be in the future", groups = Forms.NewDate.class)
          @Nullable Instant date,
      @Required @Line(max = EventDetails.MAX_TEXT) @Nullable String venue,
      @Required
          @Min(value = 1, message = TICKETS)
          @Max(value = EventDetails.MAX_TICKETS, message = TICKETS)
          @Nullable Integer totalTickets,
      @Required @DecimalMin(value = "0", message = PRICE) @Nullable BigDecimal price,
      @Makes(Makes.Value.CURRENCY) @Nullable String currency,
      @Min(value = 1, message = PER_USER)
          @Max(value = EventDetails.MAX_PER_USER, message = PER_USER)
          @Nullable Integer maxTicketsPerUser) {
    private static final String TICKETS = "must be 1 to " + EventDetails.MAX_TICKETS;
    private static final String PER_USER = "must be 1 to " + EventDetails.MAX_PER_USER;
    private static final String DEFAULT_CURRENCY = "EUR";

    /** The price in the currency that the body names. */
    public Money money(BigDecimal amount) {
      return Money.ofMajor(amount, Money.currency(requireNonNullElse(currency, DEFAULT_CURRENCY)));
    }
  }
}
