package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists of orders. */
interface OrderListsContract extends OrdersTest {
  UserId ADA = new UserId("ada");
  Optional<UserId> EVERYBODY = Optional.empty();
  Instant START = TickingClock.START;

  @Test
  default void orders_come_newest_first_those_of_a_user_or_of_everybody() {
    Order first = ordered("ada", 1, START);
    Order bobs = ordered("bob", 2, START.plusSeconds(1));
    Order last = ordered("ada", 3, START.plusSeconds(2));

    Page<Order> hers = mortal().orders().search(OrderQuery.of(ADA, PageRequest.FIRST));
    assertThat(hers.items()).containsExactly(last, first);
    assertThat(hers.total()).contains(2L);
    assertThat(hers.next()).isEmpty();
    assertThat(listed(EVERYBODY, Optional.empty(), Optional.empty()))
        .containsExactly(last, bobs, first);
    assertThat(listed(Optional.of(new UserId("nobody")), Optional.empty(), Optional.empty()))
        .isEmpty();
  }

  @Test
  default void both_ends_of_a_span_of_time_belong_to_it() {
    ordered("ada", 1, START);
    Order second = ordered("ada", 2, START.plusMillis(1));
    Order third = ordered("bob", 3, START.plusMillis(2));
    ordered("ada", 4, START.plusMillis(3));
    Optional<Instant> from = Optional.of(START.plusMillis(1));
    Optional<Instant> to = Optional.of(START.plusMillis(2));

    assertThat(listed(EVERYBODY, from, to)).containsExactly(third, second);
    assertThat(listed(Optional.of(ADA), from, to)).containsExactly(second);
  }

  @Test
  default void whoever_follows_the_cursors_sees_every_order_once() {
    for (int i = 0; i < 5; i++) {
      ordered("ada", i, START.plusSeconds(i / 2));
    }
    List<Order> all = listed(Optional.of(ADA), Optional.empty(), Optional.empty());

    Page<Order> first = page(Optional.empty());
    Page<Order> second = page(first.next());
    Page<Order> third = page(second.next());

    assertThat(all).hasSize(5);
    assertThat(first.items()).isEqualTo(all.subList(0, 2));
    assertThat(second.items()).isEqualTo(all.subList(2, 4));
    assertThat(third.items()).isEqualTo(all.subList(4, 5));
    assertThat(third.next()).isEmpty();
  }

  @Test
  default void an_order_that_was_refused_is_not_listed() {
    Event event = stores().add(AnEvent.published("event-1"));
    stores().recorded(ABooking.of(event.id(), 1).confirmed());
    AnOrder refused = AnOrder.by("ada", ABooking.key(1), ABooking.of(event.id(), 1));

    assertThat(record(refused)).isEqualTo(new Recording.PlaceTaken(event.id()));
    assertThat(listed(EVERYBODY, Optional.empty(), Optional.empty())).isEmpty();
  }

  private Order ordered(String user, int number, Instant at) {
    Event event = stores().add(AnEvent.published("event-" + number));
    AnOrder order = AnOrder.by(user, ABooking.key(number), ABooking.of(event.id(), 1));
    assertThat(mortal().orders().record(order.at(at), order.bookings()))
        .isEqualTo(new Recording.Recorded());
    return order.at(at);
  }

  private List<Order> listed(Optional<UserId> user, Optional<Instant> from, Optional<Instant> to) {
    OrderQuery query = new OrderQuery(user, from, to, new PageRequest.After(Optional.empty(), 9));
    return mortal().orders().search(query).items();
  }

  private Page<Order> page(Optional<Position> after) {
    return mortal().orders().search(OrderQuery.of(ADA, new PageRequest.After(after, 2)));
  }
}
