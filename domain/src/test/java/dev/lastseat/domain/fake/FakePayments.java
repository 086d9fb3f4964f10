package dev.lastseat.domain.fake;

import dev.lastseat.domain.fact.aggregate.PaymentFacts;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.Position;
import java.util.Optional;

/** Payments in a {@link FakeStore}. */
public final class FakePayments implements Payments {
  private final FakeStore store;

  public FakePayments(FakeStore store) {
    this.store = store;
  }

  @Override
  public Optional<Payment> add(Payment payment) {
    return store.write(
        () -> {
          Optional<Payment> before =
              Optional.ofNullable(store.payments.putIfAbsent(payment.id(), payment));
          if (before.isEmpty()) {
            store.tell(PaymentFacts.noted(payment));
          }
          return before;
        });
  }

  @Override
  public Changing change(Payment from, Payment to) {
    return store.write(
        () -> {
          if (isPaidByAnother(to)) {
            return Changing.PAID_BY_ANOTHER;
          }
          if (!from.equals(store.payments.get(from.id()))) {
            return Changing.STALE;
          }
          store.payments.put(to.id(), to);
          store.tell(PaymentFacts.changed(from, to));
          return Changing.CHANGED;
        });
  }

  private boolean isPaidByAnother(Payment to) {
    return to.pays().isPresent()
        && store.payments.values().stream()
            .anyMatch(it -> !it.id().equals(to.id()) && it.pays().equals(to.pays()));
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return store.atomically(() -> Optional.ofNullable(store.payments.get(id)));
  }

  @Override
  public Page<Payment> search(PaymentQuery query) {
    return store.atomically(
        () ->
            Paging.page(
                store.payments.values().stream().filter(it -> isWanted(it, query)).toList(),
                it -> new Position(Paging.key(it.notedAt()), it.id().text()),
                false,
                query.page()));
  }

  private static boolean isWanted(Payment payment, PaymentQuery query) {
    return query.event().filter(event -> !payment.events().contains(event)).isEmpty()
        && query.status().filter(status -> status != payment.status()).isEmpty()
        && query.since().filter(payment.notedAt()::isBefore).isEmpty();
  }
}
