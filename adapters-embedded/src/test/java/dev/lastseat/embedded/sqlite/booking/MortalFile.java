package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.embedded.sqlite.Stored;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import java.nio.file.Path;

/**
 * A store file whose writing can end in the middle of a transaction: triggers of the writer's
 * connection count the rows of bookings and orders, and stop the one too many.
 */
final class MortalFile implements MortalStores {
  private static final String COUNTERS =
      """
      create temp table writes (remaining integer);
      insert into writes values (1000000);
      create temp trigger booking_counted before insert on main.booking begin
        select raise(abort, 'the end') from writes where remaining = 0;
        update writes set remaining = remaining - 1;
      end;
      create temp trigger order_counted before insert on main.orders begin
        select raise(abort, 'the end') from writes where remaining = 0;
        update writes set remaining = remaining - 1;
      end;
      """;

  private final Path folder;
  private Database database;

  MortalFile(Path folder) {
    this.folder = folder;
    this.database = Database.open(folder, Observer.NOBODY);
    script(COUNTERS);
  }

  @Override
  public Stores stores() {
    TickingClock clock = new TickingClock();
    return new Stores(new SqliteEvents(database), new SqliteBookings(database), clock);
  }

  @Override
  public Orders orders() {
    return new SqliteOrders(database);
  }

  @Override
  public void endAfter(int writes) {
    script("update writes set remaining = " + writes);
  }

  @Override
  public void restart() {
    database.close();
    Stored.assertSound(reopened());
    script(COUNTERS);
  }

  private Database reopened() {
    database = Database.open(folder, Observer.NOBODY);
    return database;
  }

  private void script(String script) {
    database.write(
        transaction -> {
          transaction.connection().runScript(script);
          return true;
        });
  }

  @Override
  public void close() {
    database.close();
  }
}
