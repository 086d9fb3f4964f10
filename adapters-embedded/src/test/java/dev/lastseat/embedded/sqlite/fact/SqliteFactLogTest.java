package dev.lastseat.embedded.sqlite.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.contract.FactLogContract;
import dev.lastseat.domain.contract.FactStores;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.sqlite.OpenStores;
import dev.lastseat.embedded.sqlite.Stored;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteFactLogTest extends FactLogContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected FactStores open() {
    EmbeddedAdapters adapters = open.in(folder);
    return new FactStores(
        new Stores(adapters.store().events(), adapters.store().bookings(), new TickingClock()),
        adapters.store().orders(),
        new FactStores.People(
            adapters.store().users(),
            adapters.store().sessions(),
            adapters.store().apiKeys(),
            adapters.store().passkeys()),
        adapters.store().facts(),
        () -> {});
  }

  /** What is forgotten leaves nothing behind. */
  @AfterEach
  void rows_agree() {
    open.closeAll();
    try (Database database = Database.open(folder, Observer.NOBODY)) {
      Stored.assertSound(database);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"update fact set actor = 'nobody'", "delete from fact"})
  void the_store_lets_nobody_change_what_happened(String forgery, @TempDir Path other) {
    try (Database database = Database.open(other, Observer.NOBODY)) {
      new SqliteEvents(database).add(AnEvent.published().event());

      assertThatThrownBy(
              () -> database.write(transaction -> transaction.connection().update(forgery)))
          .hasMessageContaining("facts are never");
      assertThat(new SqliteFactLog(database).head()).isEqualTo(1);
    }
  }

  @Test
  void a_fact_of_a_kind_that_a_later_version_wrote_is_kept_and_shown(@TempDir Path other) {
    try (Database database = Database.open(other, Observer.NOBODY)) {
      new SqliteEvents(database).add(AnEvent.published("event-1").event());
      database.update(
          "insert into fact select 2, stream, 2, 'event.teleported', at, actor, request_id, '{}'"
              + " from fact");

      assertThat(new SqliteFactLog(database).after(0, 10))
          .extracting(it -> it.fact().kind())
          .containsExactly("event.created", "event.teleported");
    }
  }
}
