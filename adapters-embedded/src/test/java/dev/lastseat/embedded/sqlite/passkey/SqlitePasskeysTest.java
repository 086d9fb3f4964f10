package dev.lastseat.embedded.sqlite.passkey;

import dev.lastseat.domain.contract.PasskeysContract;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqlitePasskeysTest extends PasskeysContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Passkeys open() {
    return open.in(folder).store().passkeys();
  }
}
