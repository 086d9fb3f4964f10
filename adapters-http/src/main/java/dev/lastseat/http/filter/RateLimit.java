package dev.lastseat.http.filter;

import dev.lastseat.application.port.RateLimiter.Quota;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One of the limits of requests, and how it is told. */
final class RateLimit {
  private final String name;
  private final int quota;
  private final String policy;
  private final String what;
  private final String setting;

  /** {@code what} is counted, for people; {@code setting} makes the quota larger. */
  RateLimit(String name, long quota, Duration window, String what, String setting) {
    this.name = name;
    this.quota = (int) Math.min(Integer.MAX_VALUE, quota);
    this.policy = '"' + name + "\";q=" + this.quota + ";w=" + window.toSeconds();
    this.what = what;
    this.setting = setting;
  }

  /** What is counted of one of those whom the limit is for. */
  record Bucket(RateLimit limit, String key) {}

  int quota() {
    return quota;
  }

  Bucket of(String whose) {
    return new Bucket(this, name + ":" + whose);
  }

  void require(Quota quota) {
    if (!quota.allowed()) {
      throw exceeded(quota);
    }
  }

  Problem exceeded(Quota quota) {
    long seconds = Math.max(1, seconds(quota.reset()));
    Map<String, String> headers = headers(quota);
    headers.put("Retry-After", Long.toString(seconds));
    return Problem.of(
        Code.RATE_LIMIT_EXCEEDED,
        "Too many %s; try again in %s s. The setting %s says how many there may be."
            .formatted(what, seconds, setting),
        headers);
  }

  Map<String, String> headers(Quota left) {
    Map<String, String> headers = new HashMap<>();
    headers.put("RateLimit-Policy", policy);
    headers.put(
        "RateLimit", '"' + name + "\";r=" + left.remaining() + ";t=" + seconds(left.reset()));
    return headers;
  }

  private static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
