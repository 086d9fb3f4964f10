package dev.lastseat.webhooks;

import dev.lastseat.domain.port.Courier;
import dev.lastseat.domain.port.security.WebhookSignatures;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes what brings messages to the endpoints of others, and tells who signed those of others. */
public final class WebhookAdapters implements AutoCloseable {
  /** For all of it: from the look at the name to the end of the answer. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpCourier courier;

  /** Nothing is opened before the first message is sent. */
  public WebhookAdapters(Allowed allowed, Clock clock) {
    this.courier =
        new HttpCourier(
            allowed,
            new CheckedResolver(InetAddress::getAllByName, allowed),
            new SslContextFactory.Client(),
            PATIENCE,
            clock);
  }

  /**
   * What is refused otherwise, and allowed for tests and development.
   *
   * @param http whether messages go out where anybody can read along
   * @param privateAddresses whether they go to machines that are not public
   */
  public record Allowed(boolean http, boolean privateAddresses) {}

  public Courier courier() {
    return courier;
  }

  public WebhookSignatures signatures() {
    return new HmacSignatures();
  }

  @Override
  public void close() {
    courier.close();
  }
}
