package dev.lastseat.domain.order;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.InvalidValue;
import java.util.List;

/**
 * What an order asks for: 1 to {@value #MAX} items, of different events, for a user makes one
 * booking for an event under one key.
 */
public record OrderItems(List<TicketRequest> list) {
  public static final int MAX = 10;
  public static final String DIFFERENT = "must be of different events";

  public OrderItems {
    list = List.copyOf(list);
    if (list.isEmpty() || list.size() > MAX) {
      throw new InvalidValue("items", list, "must be 1 to " + MAX);
    }
    if (list.stream().map(TicketRequest::event).distinct().count() < list.size()) {
      throw new InvalidValue("items", list, DIFFERENT);
    }
  }

  /** What requests call the item of that event, such as {@code items[1]}. */
  public String nameOf(EventId event) {
    return "items[" + list.stream().map(TicketRequest::event).toList().indexOf(event) + "]";
  }
}
