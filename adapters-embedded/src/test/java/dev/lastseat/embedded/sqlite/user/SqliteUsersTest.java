package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.domain.contract.UsersContract;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteUsersTest extends UsersContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Users open() {
    return open.in(folder).store().users();
  }
}
