package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.domain.contract.SessionsContract;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionsTest extends SessionsContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Sessions open() {
    return open.in(folder).store().sessions();
  }
}
