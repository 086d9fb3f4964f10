package dev.lastseat.embedded.sqlite.passkey;

import dev.lastseat.domain.contract.PasskeyChallengesContract;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqlitePasskeyChallengesTest extends PasskeyChallengesContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected PasskeyChallenges open() {
    return open.in(folder).store().passkeyChallenges();
  }
}
