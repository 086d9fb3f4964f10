package dev.lastseat.embedded;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.OrdersContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteOrdersTest extends OrdersContract {
  @TempDir Path folder;
  private Optional<MortalFile> open = Optional.empty();

  @Override
  protected MortalStores open() {
    MortalFile file = new MortalFile(folder);
    open = Optional.of(file);
    return file;
  }

  @AfterEach
  void close() {
    open.ifPresent(MortalFile::close);
  }
}
