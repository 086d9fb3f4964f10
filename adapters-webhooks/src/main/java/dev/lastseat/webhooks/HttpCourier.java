package dev.lastseat.webhooks;

import dev.lastseat.domain.port.Courier;
import dev.lastseat.domain.port.security.WebhookSignatures;
import dev.lastseat.domain.webhook.Message;
import dev.lastseat.webhooks.WebhookAdapters.Allowed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages by HTTP/1.1. Follows no redirect, asks no proxy, keeps no cookie, unpacks nothing,
 * and ends an exchange after a time that covers all of it. A connection may serve several messages;
 * its address was checked when it was opened.
 */
final class HttpCourier implements Courier, AutoCloseable {
  private static final int THREADS = 8;
  private static final int AT_ONCE_TO_ONE_HOST = 64;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Allowed allowed;
  private final CheckedResolver resolver;
  private final SslContextFactory.Client tls;
  private final Duration patience;
  private final Clock clock;
  private final WebhookSignatures signatures = new HmacSignatures();
  private @Nullable HttpClient started;

  HttpCourier(
      Allowed allowed,
      CheckedResolver resolver,
      SslContextFactory.Client tls,
      Duration patience,
      Clock clock) {
    this.allowed = allowed;
    this.resolver = resolver;
    this.tls = tls;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public Answer deliver(Message message) {
    if (!message.to().isSecure() && !allowed.http()) {
      return new Answer.Unanswered("messages go out by https only");
    }
    AnswerReader reader = new AnswerReader(patience, clock);
    request(message).send(reader);
    return reader.await();
  }

  private Request request(Message message) {
    Instant now = clock.instant();
    byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
    return client()
        .POST(URI.create(message.to().value()))
        .headers(
            headers ->
                headers
                    .put("webhook-id", message.id())
                    .put("webhook-timestamp", now.getEpochSecond())
                    .put("webhook-signature", signed(message, now, body)))
        .body(new BytesRequestContent("application/json", body))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** By each of the secrets. */
  private String signed(Message message, Instant at, byte[] body) {
    return message.secrets().stream()
        .map(secret -> signatures.sign(secret, message.id(), at, body))
        .collect(Collectors.joining(" "));
  }

  private synchronized HttpClient client() {
    if (started == null) {
      started = start();
    }
    return started;
  }

  private HttpClient start() {
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setSslContextFactory(tls);
    HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("webhooks");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setSocketAddressResolver(resolver);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Lastseat"));
    client.setMaxConnectionsPerDestination(AT_ONCE_TO_ONE_HOST);
    client.setConnectTimeout(patience.toMillis());
    client.setAddressResolutionTimeout(patience.toMillis());
    client.setIdleTimeout(IDLE.toMillis());
    client.setDestinationIdleTimeout(IDLE.toMillis());
    try {
      client.start();
    } catch (Exception failed) {
      throw new IllegalStateException("messages cannot be sent", failed);
    }
    client.getProtocolHandlers().clear();
    client.getContentDecoderFactories().clear();
    return client;
  }

  @Override
  public synchronized void close() {
    if (started != null) {
      try {
        started.stop();
      } catch (Exception failed) {
        throw new IllegalStateException("the client of webhooks does not stop", failed);
      }
    }
  }
}
