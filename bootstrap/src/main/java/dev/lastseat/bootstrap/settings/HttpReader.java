package dev.lastseat.bootstrap.settings;

import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.live.ListenerSettings;
import dev.lastseat.http.request.RequestSettings;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads the settings of what the API listens with, and how others find it. */
record HttpReader(Environment env) {
  private static final int DEFAULT_PORT = 8_080;

  /** As browsers write it (RFC 6454, section 6.2), or it would never be met. */
  private static final Pattern ORIGIN =
      Pattern.compile("(?:http://(?!.*:80$)|https://(?!.*:443$))[a-z0-9.\\-\\[\\]:]+");

  HttpSettings read() {
    int connections = env.integer("MAX_CONNECTIONS", 8_000, 1, 1_000_000);
    return new HttpSettings(
        new HttpSettings.Listen(env.text("HOST"), env.integer("PORT", DEFAULT_PORT, 0, 65_535)),
        new HttpSettings.Connections(
            connections,
            env.integer("MIN_DATA_RATE", 100, 0, 1_000_000),
            HttpSettings.Connections.PATIENCE),
        listeners(connections),
        new RequestSettings(
            env.list(
                "CORS_ORIGINS",
                ORIGIN,
                "must be an origin as browsers send it, such as https://example.com: in small"
                    + " letters, without the usual port, without a slash at its end"),
            new RequestSettings.Clients(
                env.integer("TRUSTED_PROXIES", 0, 0, 16), env.integer("IPV6_PREFIX", 64, 1, 128)),
            new RequestSettings.Limits(
                env.integer("RATE_LIMIT_REQUESTS", 100, 1, 1_000_000_000),
                env.integer("API_KEY_RATE_LIMIT_REQUESTS", 1_000, 1, 1_000_000_000),
                env.integer("AUTH_RATE_LIMIT_REQUESTS", 10, 1, 1_000_000_000),
                env.duration("RATE_LIMIT_WINDOW", Duration.ofMinutes(15)))),
        env.duration("AVAILABILITY_TTL", Duration.ofSeconds(5)));
  }

  private ListenerSettings listeners(int connections) {
    int max = env.integer("MAX_LISTENERS", connections / 2, 0, connections);
    int each = Math.max(1, max / ListenerSettings.SENDERS);
    return new ListenerSettings(
        max, env.integer("MAX_LISTENERS_PER_SENDER", each, 1, 1_000_000), ListenerSettings.PAUSE);
  }

  /** Where users find the shop; unless it is set, where the API listens. */
  URI publicUrl(int port) {
    return env.parsed(
        "PUBLIC_URL",
        URI.create("http://localhost:" + port),
        "must be the address of a shop, such as https://shop.example.com",
        value -> publicUrl(URI.create(value.replaceFirst("/$", ""))));
  }

  private static URI publicUrl(URI url) {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web
        || url.getHost() == null
        || url.getUserInfo() != null
        || url.getQuery() != null
        || url.getFragment() != null) {
      throw new IllegalArgumentException();
    }
    return url;
  }
}
