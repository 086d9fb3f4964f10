package dev.lastseat.embedded.sqlite.apikey;

import dev.lastseat.domain.contract.ApiKeysContract;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteApiKeysTest extends ApiKeysContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected ApiKeys open() {
    return open.in(folder).store().apiKeys();
  }
}
