package dev.lastseat.embedded.sqlite.webhook;

import dev.lastseat.domain.contract.WebhooksContract;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteWebhooksTest extends WebhooksContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Webhooks open() {
    return open.in(folder).store().webhooks();
  }
}
