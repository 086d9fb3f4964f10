package dev.lastseat.http.request;

import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RateLimiter.Quota;
import dev.lastseat.domain.user.Email;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.json.Sha256;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How many requests somebody may send (draft-ietf-httpapi-ratelimit-headers). Every answer tells
 * what the sender has left of the limit of all requests; a 429 tells of the limit that was hit.
 */
public final class RateLimits {
  /** A refresh token cannot be guessed, so this only keeps an address from asking all day long. */
  private static final int SESSIONS_OF_AN_ADDRESS = 10;

  /** So much more than one address may guess at an account may all of them together. */
  private static final int ADDRESSES_OF_AN_ACCOUNT = 100;

  private static final String OF_ALL = "RATE_LIMIT_REQUESTS";
  private static final String OF_GUESSES = "AUTH_RATE_LIMIT_REQUESTS";

  private final RateLimiter limiter;
  private final Duration window;
  private final Limit all;
  private final Limit refreshes;
  private final Limit refreshesOfAddress;
  private final Limit failures;
  private final Limit failuresOfAccount;
  private final Limit registrations;

  public RateLimits(RateLimiter limiter, RequestSettings.Limits limits) {
    this.limiter = limiter;
    this.window = limits.window();
    int requests = limits.requests();
    int guesses = limits.authRequests();
    this.all = new Limit("default", requests, "requests", OF_ALL);
    this.refreshes = new Limit("refresh", requests, "refreshes of this session", OF_ALL);
    this.refreshesOfAddress =
        new Limit(
            "refresh-address",
            times(requests, SESSIONS_OF_AN_ADDRESS),
            "refreshes from this address",
            OF_ALL);
    this.failures = new Limit("login", guesses, "failed log-ins from this address", OF_GUESSES);
    this.failuresOfAccount =
        new Limit(
            "login-account",
            times(guesses, ADDRESSES_OF_AN_ACCOUNT),
            "failed log-ins to this account",
            OF_GUESSES);
    this.registrations =
        new Limit("register", guesses, "registrations from this address", OF_GUESSES);
  }

  private static int times(int limit, int factor) {
    return (int) Math.min(Integer.MAX_VALUE, (long) limit * factor);
  }

  /**
   * One of the limits.
   *
   * @param name in the headers, and of its buckets
   * @param what is counted, for people
   * @param setting that makes it larger
   */
  private record Limit(String name, int quota, String what, String setting) {
    Bucket of(String whose) {
      return new Bucket(this, name + ":" + whose);
    }
  }

  private record Bucket(Limit limit, String key) {}

  /** Counts any request, by its user, or by its address where there is none. */
  void take(Context context) {
    RequestContext request = RequestContext.of(context);
    Bucket bucket =
        request
            .principal()
            .map(principal -> all.of("user:" + principal.userId().value()))
            .orElseGet(() -> ofAddress(request.client()));
    takeAndTell(bucket, context);
  }

  /** Counts what browsers ask before they call: apart, for a page cannot know how often they do. */
  void takePreflight(Context context) {
    takeAndTell(all.of("preflight:" + RequestContext.of(context).client()), context);
  }

  private void takeAndTell(Bucket bucket, Context context) {
    Quota quota = take(bucket);
    headers(all, quota).forEach(context::header);
    require(bucket.limit(), quota);
  }

  /** Tells what an address has left; what reaches no route is not counted. */
  void tell(String address, BiConsumer<String, String> response) {
    headers(all, limiter.look(ofAddress(address).key(), all.quota())).forEach(response);
  }

  private Bucket ofAddress(String address) {
    return all.of("ip:" + address);
  }

  /** Counts a refresh by its address, apart from all else that comes from there. */
  void takeRefresh(Context context) {
    String address = RequestContext.of(context).client();
    tell(address, context::header);
    require(refreshesOfAddress.of(address));
  }

  /** Counts a refresh by its session, named by the family of its token. */
  public void takeSession(String family) {
    require(refreshes.of(family));
  }

  /**
   * Counts a log-in that fails: by its address, and far more generously by its account. No e-mail
   * address is the name of a bucket, which others may read in Redis.
   */
  public <T> T logIn(Context context, Email email, Supplier<T> attempt, Predicate<T> failed) {
    List<Bucket> buckets =
        List.of(
            failures.of(RequestContext.of(context).client()),
            failuresOfAccount.of(Sha256.fingerprint(email.value())));
    return counted(buckets, attempt, failed);
  }

  /** Counts a registration by its address, also one for an account that is there. */
  public <T> T registration(Context context, Supplier<T> attempt) {
    return counted(
        List.of(registrations.of(RequestContext.of(context).client())), attempt, _ -> true);
  }

  /**
   * Counts before the attempt, so that many at once are no way around the limit, and takes it back
   * unless the attempt failed: also one that was refused here, or that nobody had time for.
   */
  private <T> T counted(List<Bucket> buckets, Supplier<T> attempt, Predicate<T> failed) {
    List<Quota> quotas = buckets.stream().map(this::take).toList();
    try {
      for (int i = 0; i < quotas.size(); i++) {
        require(buckets.get(i).limit(), quotas.get(i));
      }
      T result = attempt.get();
      if (!failed.test(result)) {
        giveBack(buckets);
      }
      return result;
    } catch (RuntimeException notTried) {
      giveBack(buckets);
      throw notTried;
    }
  }

  private void giveBack(List<Bucket> buckets) {
    buckets.forEach(bucket -> limiter.giveBack(bucket.key()));
  }

  private Quota take(Bucket bucket) {
    return limiter.take(bucket.key(), bucket.limit().quota());
  }

  private void require(Bucket bucket) {
    require(bucket.limit(), take(bucket));
  }

  private void require(Limit limit, Quota quota) {
    if (!quota.allowed()) {
      long seconds = Math.max(1, seconds(quota.reset()));
      Map<String, String> headers = headers(limit, quota);
      headers.put("Retry-After", Long.toString(seconds));
      throw Problem.of(
          Code.RATE_LIMIT_EXCEEDED,
          "Too many %s; try again in %s s. The setting %s says how many there may be."
              .formatted(limit.what(), headers.get("Retry-After"), limit.setting()),
          headers);
    }
  }

  private Map<String, String> headers(Limit limit, Quota quota) {
    String name = "\"" + limit.name() + "\"";
    Map<String, String> headers = new HashMap<>();
    headers.put("RateLimit-Policy", name + ";q=" + limit.quota() + ";w=" + window.toSeconds());
    headers.put("RateLimit", name + ";r=" + quota.remaining() + ";t=" + seconds(quota.reset()));
    return headers;
  }

  private static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
