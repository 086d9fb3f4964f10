package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The orders that were acknowledged, and whether what is stored agrees with them. */
final class OrderBook {
  private final Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();

  /** A 201 arrived. */
  void ordered(JsonNode order) {
    acknowledged.put(order.path("id").asText(), order);
  }

  int size() {
    return acknowledged.size();
  }

  /**
   * Every order that was acknowledged is as it was, every live booking belongs to an order all of
   * whose bookings are live, and no place is taken twice. Answers how many orders there are.
   */
  int assertWhole(BoxOffice office, List<String> events) {
    acknowledged.forEach(
        (id, order) -> assertThat(withoutBuyers(find(office, id))).isEqualTo(order));
    List<JsonNode> live = events.stream().flatMap(event -> live(office, event).stream()).toList();
    Map<String, List<String>> byOrder =
        live.stream()
            .collect(
                Collectors.groupingBy(
                    booking -> booking.path("orderId").asText(),
                    Collectors.mapping(OrderBook::id, Collectors.toList())));
    byOrder.forEach(
        (id, bookings) ->
            assertThat(find(office, id).path("bookings"))
                .extracting(OrderBook::id)
                .containsExactlyInAnyOrderElementsOf(bookings));
    assertThat(byOrder.keySet()).containsAll(acknowledged.keySet());
    return byOrder.size();
  }

  private static List<JsonNode> live(BoxOffice office, String event) {
    List<JsonNode> live = office.live(event);
    History.assertNoPlaceTwice(live);
    return live;
  }

  private static JsonNode find(BoxOffice office, String order) {
    return office.api.get("/orders/" + order, office.admin).data();
  }

  /** The office sees them, the buyer does not. */
  private static JsonNode withoutBuyers(JsonNode order) {
    order.path("bookings").forEach(booking -> ((ObjectNode) booking).remove("buyer"));
    return order;
  }

  private static String id(JsonNode booking) {
    return booking.path("id").asText();
  }
}
