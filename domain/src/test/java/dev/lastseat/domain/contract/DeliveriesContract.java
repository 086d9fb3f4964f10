package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Delivery.Attempt;
import dev.lastseat.domain.webhook.Delivery.State;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of deliveries promises. */
public abstract class DeliveriesContract {
  private static final Instant NOW = TickingClock.START;
  private static final Webhook HERS = AWebhook.of(new UserId("ada"), "hers");
  private static final Webhook HIS = AWebhook.of(new UserId("bob"), "his");
  private static final Attempt REFUSED =
      new Attempt(NOW, Duration.ofMillis(12), OptionalInt.of(500), "two\nlines, and ünïcode \0");
  private static final Attempt UNANSWERED =
      new Attempt(NOW.plusMillis(1), Duration.ZERO, OptionalInt.empty(), "");

  private Deliveries deliveries;

  /** An empty store; called before each test. */
  protected abstract Deliveries open();

  @BeforeEach
  void openDeliveries() {
    deliveries = open();
  }

  @Test
  void deliveries_are_found_as_they_were_added_and_adding_one_again_changes_nothing() {
    Delivery delivery = add(HERS, "one", NOW);
    deliveries.tried(delivery.id(), REFUSED, State.FAILED);

    Delivery other = AWebhook.delivery(HIS, "two", NOW);
    deliveries.addAll(List.of(delivery, other, other));

    assertThat(deliveries.find(other.id())).contains(other);
    assertThat(deliveries.find(delivery.id())).contains(delivery.tried(REFUSED, State.FAILED));
    assertThat(deliveries.find(new DeliveryId("unknown"))).isEmpty();
  }

  @Test
  void attempts_are_kept_in_their_order_the_latest_twenty_of_them() {
    Delivery delivery = add(HERS, "one", NOW);
    deliveries.tried(delivery.id(), REFUSED, State.PENDING);
    deliveries.tried(delivery.id(), UNANSWERED, State.DELIVERED);

    assertThat(deliveries.find(delivery.id()))
        .contains(delivery.tried(REFUSED, State.PENDING).tried(UNANSWERED, State.DELIVERED));

    for (int i = 0; i < 20; i++) {
      deliveries.tried(delivery.id(), UNANSWERED, State.PENDING);
    }
    assertThat(deliveries.find(delivery.id()).orElseThrow().attempts())
        .hasSize(20)
        .containsOnly(UNANSWERED);
  }

  @RepeatedTest(3)
  void of_attempts_noted_at_once_none_is_lost() {
    Delivery delivery = add(HERS, "one", NOW);

    Race.of(
        8,
        _ -> {
          deliveries.tried(delivery.id(), REFUSED, State.PENDING);
          return true;
        });

    assertThat(deliveries.find(delivery.id()).orElseThrow().attempts()).hasSize(8);
  }

  @Test
  void of_none_none_is_added() {
    deliveries.addAll(List.of());

    assertThat(deliveries.list(HERS.id(), Optional.empty(), PageRequest.FIRST).items()).isEmpty();
  }

  @Test
  void what_is_gone_is_not_brought_back() {
    deliveries.tried(new DeliveryId("unknown"), REFUSED, State.PENDING);
    deliveries.put(new DeliveryId("unknown"), State.PENDING);

    assertThat(deliveries.find(new DeliveryId("unknown"))).isEmpty();
  }

  @Test
  void those_to_a_webhook_come_newest_first_in_any_state_or_in_one() {
    Delivery first = add(HERS, "b", NOW);
    Delivery twin = add(HERS, "c", NOW);
    Delivery last = add(HERS, "a", NOW.plusSeconds(1));
    add(HIS, "d", NOW);
    deliveries.put(twin.id(), State.FAILED);

    Page<Delivery> all = deliveries.list(HERS.id(), Optional.empty(), PageRequest.FIRST);

    assertThat(all.items()).containsExactly(last, twin.in(State.FAILED), first);
    assertThat(all.total()).contains(3L);
    assertThat(deliveries.list(HERS.id(), Optional.of(State.PENDING), PageRequest.FIRST).items())
        .containsExactly(last, first);
    Page<Delivery> beginning = page(Optional.empty());
    assertThat(beginning.items()).containsExactly(last, twin.in(State.FAILED));
    assertThat(page(beginning.next()).items()).containsExactly(first);
  }

  @Test
  void those_that_failed_since_then_come_oldest_first() {
    Delivery before = add(HERS, "a", NOW);
    Delivery first = add(HERS, "c", NOW.plusSeconds(1));
    Delivery second = add(HERS, "b", NOW.plusSeconds(2));
    Delivery third = add(HERS, "d", NOW.plusSeconds(3));
    add(HERS, "pending", NOW.plusSeconds(1));
    for (Delivery each : new Delivery[] {before, first, second, third}) {
      deliveries.put(each.id(), State.FAILED);
    }

    assertThat(deliveries.failed(HERS.id(), NOW.plusSeconds(1), 2))
        .containsExactly(first.in(State.FAILED), second.in(State.FAILED));
    assertThat(deliveries.failed(HIS.id(), NOW, 2)).isEmpty();
  }

  @Test
  void those_made_before_a_time_are_forgotten() {
    Delivery old = add(HERS, "old", NOW);
    Delivery fresh = add(HERS, "fresh", NOW.plusSeconds(1));

    deliveries.forget(NOW.plusSeconds(1));

    assertThat(deliveries.find(old.id())).isEmpty();
    assertThat(deliveries.find(fresh.id())).contains(fresh);
  }

  @Test
  void those_to_a_webhook_are_removed_and_no_others() {
    Delivery hers = add(HERS, "hers", NOW);
    Delivery his = add(HIS, "his", NOW);

    deliveries.removeAll(HERS.id());

    assertThat(deliveries.find(hers.id())).isEmpty();
    assertThat(deliveries.find(his.id())).contains(his);
  }

  private Delivery add(Webhook webhook, String id, Instant createdAt) {
    Delivery delivery = AWebhook.delivery(webhook, id, createdAt);
    deliveries.addAll(List.of(delivery));
    return delivery;
  }

  private Page<Delivery> page(Optional<Position> after) {
    return deliveries.list(HERS.id(), Optional.empty(), new PageRequest.After(after, 2));
  }
}
