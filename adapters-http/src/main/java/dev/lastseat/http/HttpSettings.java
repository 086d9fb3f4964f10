package dev.lastseat.http;

import dev.lastseat.http.live.ListenerSettings;
import dev.lastseat.http.request.RequestSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * What can be set about the server.
 *
 * @param availabilityTtl how old shown counts may be, in caches between here and the reader too
 */
public record HttpSettings(
    Listen listen,
    Connections connections,
    ListenerSettings listeners,
    RequestSettings requests,
    Duration availabilityTtl) {
  /**
   * Where it listens.
   *
   * @param host an address of this machine; empty for all
   * @param port 0 for any free one
   */
  public record Listen(Optional<String> host, int port) {}

  /**
   * How many clients there may be at once, and how slow.
   *
   * @param max the most connections; who comes after waits to be accepted
   * @param minBytesPerSecond at which a message must come or go; 0 for any
   * @param patience how long a message may take before its pace is judged
   */
  public record Connections(int max, int minBytesPerSecond, Duration patience) {
    public static final Duration PATIENCE = Duration.ofSeconds(10);
  }

  /** The same, but nobody can listen. */
  HttpSettings withoutListeners() {
    return new HttpSettings(listen, connections, ListenerSettings.NONE, requests, availabilityTtl);
  }
}
