package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Deliveries in memory. */
public final class FakeDeliveries implements Deliveries {
  private final FakeStore store;
  private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();

  public FakeDeliveries(FakeStore store) {
    this.store = store;
  }

  @Override
  public void addAll(List<Delivery> several) {
    store.atomically(
        () -> {
          several.forEach(it -> deliveries.putIfAbsent(it.id(), it));
          return several.size();
        });
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return store.atomically(() -> Optional.ofNullable(deliveries.get(id)));
  }

  @Override
  public Page<Delivery> list(WebhookId webhook, Optional<Delivery.State> state, PageRequest page) {
    return store.atomically(
        () ->
            Paging.page(
                to(webhook).filter(it -> state.isEmpty() || state.get() == it.state()).toList(),
                FakeDeliveries::position,
                false,
                page));
  }

  @Override
  public List<Delivery> failed(WebhookId webhook, Instant since, int most) {
    return store.atomically(
        () ->
            to(webhook)
                .filter(it -> it.state() == Delivery.State.FAILED)
                .filter(it -> !it.createdAt().isBefore(since))
                .sorted(Comparator.comparing(Delivery::createdAt))
                .limit(most)
                .toList());
  }

  @Override
  public void tried(DeliveryId id, Delivery.Attempt attempt, Delivery.State now) {
    store.atomically(() -> deliveries.computeIfPresent(id, (_, it) -> it.tried(attempt, now)));
  }

  @Override
  public void put(DeliveryId id, Delivery.State now) {
    store.atomically(() -> deliveries.computeIfPresent(id, (_, it) -> it.in(now)));
  }

  @Override
  public void forget(Instant before) {
    store.atomically(() -> deliveries.values().removeIf(it -> it.createdAt().isBefore(before)));
  }

  @Override
  public void removeAll(WebhookId webhook) {
    store.atomically(() -> deliveries.values().removeIf(it -> it.webhook().equals(webhook)));
  }

  private Stream<Delivery> to(WebhookId webhook) {
    return deliveries.values().stream().filter(it -> it.webhook().equals(webhook));
  }

  private static Position position(Delivery delivery) {
    return new Position(Paging.key(delivery.createdAt()), delivery.id().value());
  }
}
