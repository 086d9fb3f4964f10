package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.domain.contract.OneTimeTokensContract;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteOneTimeTokensTest extends OneTimeTokensContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected OneTimeTokens open() {
    return open.in(folder).store().oneTimeTokens();
  }
}
