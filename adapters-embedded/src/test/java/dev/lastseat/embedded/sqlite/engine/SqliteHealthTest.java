package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.application.contract.HealthContract;
import dev.lastseat.application.port.Health;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteHealthTest extends HealthContract {
  @TempDir Path folder;
  private final List<EmbeddedAdapters> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(EmbeddedAdapters::close);
  }

  @Override
  protected Health well() {
    opened.add(open());
    return opened.getLast().health();
  }

  @Override
  protected Health away() {
    try (EmbeddedAdapters closed = open()) {
      return closed.health();
    }
  }

  private EmbeddedAdapters open() {
    return EmbeddedAdapters.open(
        folder.resolve(Integer.toString(opened.size())), new TickingClock());
  }
}
