package dev.lastseat.mongo.webhook;

import dev.lastseat.domain.contract.WebhooksContract;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoWebhooksTest extends WebhooksContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Webhooks open() {
    return new MongoWebhooks(STORE.empty().db());
  }
}
