package dev.lastseat.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.domain.port.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildCommandTest {
  @TempDir Path folder;

  @Test
  void sales_are_counted_again_from_all_that_happened() {
    Settings settings = Settings.from(Map.of("DATA_DIR", folder.toString()));
    Event event = AnEvent.published().event();
    try (Adapters adapters = open(settings)) {
      Store store = adapters.engine().store();
      store.events().add(event);
      store.bookings().record(ABooking.of(event.id(), 1, 2).confirmed());
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new RebuildCommand(settings, new PrintStream(said, true, StandardCharsets.UTF_8)).run();

    assertThat(said.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("sales were counted again from 2 facts");
    try (Adapters adapters = open(settings)) {
      assertThat(
              adapters
                  .engine()
                  .store()
                  .salesFigures()
                  .between(
                      Optional.of(event.id()), Instant.EPOCH, TickingClock.START.plusSeconds(1)))
          .extracting(it -> it.sales().of(Sales.Figure.TICKETS))
          .containsExactly(2L);
    }
  }

  @Test
  void no_store_is_begun_to_count_its_sales() {
    Path misspelt = folder.resolve("dta");
    Settings settings = Settings.from(Map.of("DATA_DIR", misspelt.toString()));

    assertThatThrownBy(() -> new RebuildCommand(settings, System.out).run())
        .isInstanceOf(UnusableStore.class)
        .hasMessage(misspelt.resolve("lastseat.db") + " is not there");
    assertThat(misspelt).doesNotExist();
  }

  private static Adapters open(Settings settings) {
    return Adapters.open(settings, new TickingClock(), new SecureRandom());
  }
}
