package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.WebhookSignaturesContract;
import dev.lastseat.domain.port.security.WebhookSignatures;

class FakeWebhookSignaturesTest extends WebhookSignaturesContract {
  @Override
  protected WebhookSignatures open() {
    return new FakeWebhookSignatures();
  }
}
