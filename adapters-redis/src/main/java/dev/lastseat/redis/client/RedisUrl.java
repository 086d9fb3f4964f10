package dev.lastseat.redis.client;

import dev.lastseat.domain.port.UnusableStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import redis.clients.jedis.HostAndPort;

/** Reads {@code redis[s]://[[user]:password@]host[:port][/database]}. */
final class RedisUrl {
  private static final int DEFAULT_PORT = 6379;
  private static final int MAX_PORT = 65_535;
  private static final Pattern DATABASE = Pattern.compile("(/\\d{0,4})?");
  private static final Pattern CREDENTIALS = Pattern.compile("^([a-z]*://)?.*@");

  private RedisUrl() {}

  /**
   * The parts of a URL that can be used.
   *
   * @throws UnusableStore when it cannot
   */
  static URI parse(String text) {
    try {
      URI uri = new URI(text.strip());
      if (isUsable(uri)) {
        return uri;
      }
    } catch (URISyntaxException unreadable) {
      // Its message would show the password.
    }
    throw new UnusableStore(
        CREDENTIALS.matcher(text).replaceAll("$1***@"),
        "is no URL of a Redis; expected redis[s]://[[user]:password@]host[:port][/database]");
  }

  private static boolean isUsable(URI uri) {
    return uri.getScheme() != null
        && uri.getScheme().matches("rediss?")
        && uri.getHost() != null
        && (uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= MAX_PORT))
        && DATABASE.matcher(uri.getPath()).matches()
        && uri.getQuery() == null;
  }

  static HostAndPort address(URI uri) {
    return new HostAndPort(uri.getHost(), uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort());
  }
}
