package dev.lastseat.webhooks;

import dev.lastseat.domain.contract.CourierContract;
import dev.lastseat.domain.port.Courier;
import dev.lastseat.domain.webhook.WebhookUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class WebhookAdaptersTest extends CourierContract {
  private final WebhookAdapters adapters =
      new WebhookAdapters(new WebhookAdapters.Allowed(true, true), Clock.systemUTC());
  private ScriptedReceiver receiver;
  private volatile int status;

  @BeforeEach
  void receive() throws IOException {
    receiver =
        new ScriptedReceiver(
            ServerSocketFactory.getDefault(),
            out ->
                out.write(
                    "HTTP/1.1 %d So\r\nContent-Length: 0\r\n\r\n"
                        .formatted(status)
                        .getBytes(StandardCharsets.US_ASCII)));
  }

  @AfterEach
  void close() {
    adapters.close();
    receiver.close();
  }

  @Override
  protected Courier open() {
    return adapters.courier();
  }

  @Override
  protected WebhookUrl receiver() {
    return new WebhookUrl("http://localhost:" + receiver.port() + "/hooks");
  }

  @Override
  protected void answer(int next) {
    status = next;
  }

  @Override
  protected List<String> arrived() {
    return receiver.received().stream()
        .map(it -> it.headers().get("webhook-id") + " " + it.body())
        .toList();
  }
}
