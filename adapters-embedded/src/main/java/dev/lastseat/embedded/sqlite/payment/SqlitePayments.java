package dev.lastseat.embedded.sqlite.payment;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.aggregate.PaymentFacts;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.stored.StoredPayments;
import dev.lastseat.domain.stored.Values;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.Write;
import java.util.Optional;

/** Payments in the table {@code payment}. */
public record SqlitePayments(Database database) implements Payments {
  private static final String FIND = "select * from payment where id = ?";
  private static final String PAID_BY_ANOTHER =
      "select count(*) from payment where pays = ? and id <> ?";

  @Override
  public Optional<Payment> add(Payment payment) {
    return database.write(
        transaction -> {
          Optional<Payment> before =
              transaction.first(FIND, StoredPayments::payment, payment.id().text());
          if (before.isEmpty()) {
            Write.insert("insert into payment", StoredPayments.values(payment)).in(transaction);
            FactRows.insert(transaction, PaymentFacts.noted(payment));
          }
          return before;
        });
  }

  @Override
  public Changing change(Payment from, Payment to) {
    return database.write(
        transaction -> {
          Optional<String> pays = to.pays().map(Purchase::text);
          if (transaction.number(PAID_BY_ANOTHER, pays, to.id().text()) > 0) {
            return Changing.PAID_BY_ANOTHER;
          }
          boolean changed =
              FactRows.update(
                  transaction,
                  PaymentFacts.changed(from, to),
                  Write.update(
                      "payment",
                      StoredPayments.changeable(to),
                      new Values().with("id", from.id().text()).with("version", from.version())));
          return changed ? Changing.CHANGED : Changing.STALE;
        });
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return database.first(FIND, StoredPayments::payment, id.text());
  }

  @Override
  public Page<Payment> search(PaymentQuery query) {
    return database.snapshot(page(query));
  }

  public static PageQuery<Payment> page(PaymentQuery query) {
    Conditions wanted =
        Conditions.NONE
            .and("event = ?", query.event().map(EventId::value))
            .and("status = ?", query.status().map(PaymentStatus::word))
            .within("noted_at", query.since(), Optional.empty(), query.page());
    String listed = query.event().isPresent() ? "event_payment" : "payment";
    return PageQuery.newestFirst(listed, "noted_at", wanted, query.page(), StoredPayments::payment);
  }
}
