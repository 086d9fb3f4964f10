package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.CourierContract;
import dev.lastseat.domain.port.Courier;
import dev.lastseat.domain.webhook.WebhookUrl;
import java.util.List;

class FakeCourierTest extends CourierContract {
  private final FakeCourier courier = new FakeCourier();

  @Override
  protected Courier open() {
    return courier;
  }

  @Override
  protected WebhookUrl receiver() {
    return new WebhookUrl("https://example.com");
  }

  @Override
  protected void answer(int status) {
    courier.answer(status);
  }

  @Override
  protected List<String> arrived() {
    return courier.sent().stream().map(it -> it.id() + " " + it.body()).toList();
  }
}
