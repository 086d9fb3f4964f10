package dev.lastseat.embedded.sqlite.webhook;

import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredWebhooks;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Delivery.Attempt;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Deliveries in the table {@code delivery}, with a line of text for each attempt. */
public record SqliteDeliveries(Database database) implements Deliveries {
  private static final String ADD =
      """
      insert or ignore into delivery (id, webhook, kind, body, created_at, state, attempts)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND = "select * from delivery where id = ?";
  private static final String FAILED =
      """
      select * from delivery where webhook = ? and state = 'failed' and created_at >= ?
      order by created_at, id limit ?
      """;
  private static final String CHANGE = "update delivery set state = ?, attempts = ? where id = ?";
  private static final String FORGET = "delete from delivery where created_at < ?";
  private static final String REMOVE_ALL = "delete from delivery where webhook = ?";

  @Override
  public void addAll(List<Delivery> deliveries) {
    List<Delivery> _ = database.writeAll(deliveries, SqliteDeliveries::add);
  }

  private static boolean add(Transaction transaction, Delivery delivery) throws SQLException {
    return transaction.update(
            ADD,
            delivery.id().value(),
            delivery.webhook().value(),
            delivery.kind(),
            delivery.body(),
            delivery.createdAt(),
            delivery.state().word(),
            lines(delivery.attempts()))
        > 0;
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return database.first(FIND, SqliteDeliveries::read, id.value());
  }

  @Override
  public Page<Delivery> list(WebhookId webhook, Optional<Delivery.State> state, PageRequest page) {
    Conditions wanted =
        Conditions.NONE
            .and("webhook = ?", webhook.value())
            .and("state = ?", state.map(Delivery.State::word));
    return database.snapshot(
        PageQuery.newestFirst("delivery", "created_at", wanted, page, SqliteDeliveries::read));
  }

  @Override
  public List<Delivery> failed(WebhookId webhook, Instant since, int most) {
    return database.readable(FAILED, SqliteDeliveries::read, webhook.value(), since, most);
  }

  @Override
  public void tried(DeliveryId id, Attempt attempt, Delivery.State now) {
    change(id, it -> it.tried(attempt, now));
  }

  @Override
  public void put(DeliveryId id, Delivery.State now) {
    change(id, it -> it.in(now));
  }

  private void change(DeliveryId id, UnaryOperator<Delivery> change) {
    int _ =
        database.write(
            transaction -> {
              Optional<Delivery> changed =
                  transaction.first(FIND, SqliteDeliveries::read, id.value()).map(change);
              return changed.isEmpty()
                  ? 0
                  : transaction.update(
                      CHANGE,
                      changed.get().state().word(),
                      lines(changed.get().attempts()),
                      id.value());
            });
  }

  @Override
  public void forget(Instant before) {
    database.update(FORGET, before);
  }

  @Override
  public void removeAll(WebhookId webhook) {
    database.update(REMOVE_ALL, webhook.value());
  }

  private static Delivery read(Row row) {
    return StoredWebhooks.delivery(
        row, row.text("webhook", WebhookId::new), row.text("attempts", SqliteDeliveries::attempts));
  }

  private static String lines(List<Attempt> attempts) {
    return attempts.stream().map(SqliteDeliveries::line).collect(Collectors.joining("\n"));
  }

  /** When, for how many milliseconds, the status or 0, and the answer in Base64. */
  private static String line(Attempt attempt) {
    byte[] answer = attempt.answer().getBytes(StandardCharsets.UTF_8);
    return "%d %d %d %s"
        .formatted(
            attempt.at().toEpochMilli(),
            attempt.took().toMillis(),
            attempt.status().orElse(0),
            Base64.getEncoder().encodeToString(answer));
  }

  private static List<Attempt> attempts(String lines) {
    return lines.lines().map(SqliteDeliveries::attempt).toList();
  }

  private static Attempt attempt(String line) {
    String[] parts = line.split(" ", 4);
    int status = Integer.parseInt(parts[2]);
    return new Attempt(
        Instant.ofEpochMilli(Long.parseLong(parts[0])),
        Duration.ofMillis(Long.parseLong(parts[1])),
        status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
        new String(Base64.getDecoder().decode(parts[3]), StandardCharsets.UTF_8));
  }
}
