package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.WebhooksContract;
import dev.lastseat.domain.port.store.work.Webhooks;

class FakeWebhooksTest extends WebhooksContract {
  @Override
  protected Webhooks open() {
    return new FakeWebhooks(new FakeStore());
  }
}
