package dev.lastseat.http.request;

import java.time.Duration;
import java.util.List;

/**
 * What can be set about requests.
 *
 * @param corsOrigins exact origins whose pages may call the API
 */
public record RequestSettings(List<String> corsOrigins, Clients clients, Limits limits) {
  public RequestSettings {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /**
   * How clients are told apart.
   *
   * @param trustedProxies how many proxies in front write X-Forwarded-For
   * @param ipv6Prefix how many bits of an IPv6 address name a client
   */
  public record Clients(int trustedProxies, int ipv6Prefix) {}

  /**
   * How many requests there may be in a window.
   *
   * @param requests of a user, or address
   * @param keyRequests of an API key
   * @param authRequests log-ins that fail, and registrations
   */
  public record Limits(int requests, int keyRequests, int authRequests, Duration window) {}
}
