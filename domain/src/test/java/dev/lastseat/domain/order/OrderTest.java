package dev.lastseat.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  private static OrderItems items(int count) {
    return new OrderItems(IntStream.range(0, count).mapToObj(i -> item("event-" + i)).toList());
  }

  private static TicketRequest item(String event) {
    return new TicketRequest(new EventId(event), new Quantity(2));
  }

  private static Order order(List<BookingId> bookings) {
    OrderId id = new OrderId("order-1");
    return new Order(
        id, new UserId("ada"), ABooking.key(1), bookings, TickingClock.START, Optional.empty());
  }

  private static List<BookingId> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> new BookingId("booking-" + i)).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11, 100})
  void an_order_is_for_one_to_ten_items(int count) {
    assertThat(items(1).list()).hasSize(1);
    assertThat(items(10).list()).hasSize(10);
    assertThat(order(ids(10)).bookings()).hasSize(10);
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> items(count));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> order(ids(count)));
  }

  @Test
  void the_items_of_an_order_are_of_different_events() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new OrderItems(List.of(item("event-1"), item("event-1"))))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("items"));
  }

  @Test
  void the_bookings_of_an_order_are_different_ones() {
    BookingId same = new BookingId("booking-1");

    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> order(List.of(same, same)));
  }
}
