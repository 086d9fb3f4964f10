package dev.lastseat.http.request;

import dev.lastseat.domain.port.RateLimiter;
import dev.lastseat.domain.port.RateLimiter.Quota;
import dev.lastseat.domain.user.Email;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/** How many requests somebody may send (draft-ietf-httpapi-ratelimit-headers). */
public final class RateLimits {
  private final RateLimiter limiter;
  private final RequestSettings settings;

  public RateLimits(RateLimiter limiter, RequestSettings settings) {
    this.limiter = limiter;
    this.settings = settings;
  }

  /** Counts any request, by its user, or by its address where there is none. */
  void take(Context context) {
    RequestContext exchange = RequestContext.of(context);
    String bucket =
        exchange
            .principal()
            .map(principal -> "user:" + principal.userId().value())
            .orElseGet(() -> ofAddress(exchange.client()));
    Quota quota = limiter.take(bucket, settings.rateLimit());
    write(quota, context::header);
    require(quota);
  }

  /** Counts what browsers ask before they call: apart, for a page cannot know how often they do. */
  void takePreflight(Context context) {
    Quota quota =
        limiter.take("preflight-ip:" + RequestContext.of(context).client(), settings.rateLimit());
    write(quota, context::header);
    require(quota);
  }

  /** Tells what an address has left; what reaches no route is not counted. */
  void tell(String address, BiConsumer<String, String> response) {
    write(limiter.look(ofAddress(address), settings.rateLimit()), response);
  }

  private static String ofAddress(String address) {
    return "ip:" + address;
  }

  private void write(Quota quota, BiConsumer<String, String> response) {
    response.accept(
        "RateLimit-Policy",
        "\"default\";q=%d;w=%d".formatted(settings.rateLimit(), settings.rateWindow().toSeconds()));
    response.accept(
        "RateLimit", "\"default\";r=%d;t=%d".formatted(quota.remaining(), seconds(quota.reset())));
  }

  /** Counts what could be a guess at a password or token, by the address it comes from. */
  public void takeAuth(Context context) {
    require(
        limiter.take("auth-ip:" + RequestContext.of(context).client(), settings.authRateLimit()));
  }

  /** Counts it by the account too, so that many addresses do not help. */
  public void takeAccount(Email email) {
    require(limiter.take("auth-account:" + email.value(), settings.authRateLimit()));
  }

  /** Counts the refreshes of one session. */
  public void takeSession(String family) {
    require(limiter.take("refresh-session:" + family, settings.rateLimit()));
  }

  private static void require(Quota quota) {
    if (!quota.allowed()) {
      long seconds = Math.max(1, seconds(quota.reset()));
      throw Problem.of(
          Code.RATE_LIMIT_EXCEEDED,
          "Too many requests; try again in " + seconds + " s.",
          Map.of("Retry-After", Long.toString(seconds)));
    }
  }

  private static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
