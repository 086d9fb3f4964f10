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
    long requests = limits.requests();
    long guesses = limits.authRequests();
    this.all = new Limit("default", requests, "requests", OF_ALL);
    this.refreshes = new Limit("refresh", requests, "refreshes of this session", OF_ALL);
    this.refreshesOfAddress =
        new Limit(
            "refresh-address",
            requests * SESSIONS_OF_AN_ADDRESS,
            "refreshes from this address",
            OF_ALL);
    this.failures = new Limit("login", guesses, "failed log-ins from this address", OF_GUESSES);
    this.failuresOfAccount =
        new Limit(
            "login-account",
            guesses * ADDRESSES_OF_AN_ACCOUNT,
            "failed log-ins to this account",
            OF_GUESSES);
    this.registrations =
        new Limit("register", guesses, "registrations from this address", OF_GUESSES);
  }

  /** Counts any request, by its user, or by its address where there is none. */
  void take(Context context) {
    RequestContext request = RequestContext.of(context);
    takeAndTell(
        request
            .principal()
            .map(principal -> all.of("user:" + principal.userId().value()))
            .orElseGet(() -> ofAddress(request.client())),
        context);
  }

  /** Counts what browsers ask before they call: apart, for a page cannot know how often they do. */
  void takePreflight(Context context) {
    takeAndTell(all.of("preflight:" + RequestContext.of(context).client()), context);
  }

  private void takeAndTell(Bucket bucket, Context context) {
    Quota quota = take(bucket);
    all.headers(quota).forEach(context::header);
    all.require(quota);
  }

  /** Tells what an address has left; what reaches no route is not counted. */
  void tell(String address, BiConsumer<String, String> response) {
    all.headers(limiter.look(ofAddress(address).key(), all.quota)).forEach(response);
  }

  private Bucket ofAddress(String address) {
    return all.of("ip:" + address);
  }

  /** Counts a refresh by its address, apart from all else that comes from there. */
  void takeRefresh(Context context) {
    String address = RequestContext.of(context).client();
    tell(address, context::header);
    refreshesOfAddress.require(take(refreshesOfAddress.of(address)));
  }

  /** Counts a refresh by its session, named by the family of its token. */
  public void takeSession(String family) {
    refreshes.require(take(refreshes.of(family)));
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
    Bucket bucket = registrations.of(RequestContext.of(context).client());
    return counted(List.of(bucket), attempt, _ -> true);
  }

  /**
   * Counts before the attempt, so that many at once are no way around the limit, and takes it back
   * unless the attempt failed: also one that was refused here, or that nobody had time for.
   */
  private <T> T counted(List<Bucket> buckets, Supplier<T> attempt, Predicate<T> failed) {
    List<Quota> quotas = buckets.stream().map(this::take).toList();
    boolean counts = false;
    try {
      for (int i = 0; i < quotas.size(); i++) {
        buckets.get(i).limit().require(quotas.get(i));
      }
      T result = attempt.get();
      counts = failed.test(result);
      return result;
    } finally {
      if (!counts) {
        buckets.forEach(bucket -> limiter.giveBack(bucket.key()));
      }
    }
  }

  private Quota take(Bucket bucket) {
    return limiter.take(bucket.key(), bucket.limit().quota);
  }

  /** What is counted of one of those whom a limit is for. */
  private record Bucket(Limit limit, String key) {}

  private final class Limit {
    private final String name;
    private final int quota;
    private final String policy;
    private final String what;
    private final String setting;

    /** {@code what} is counted, for people; {@code setting} makes the quota larger. */
    Limit(String name, long quota, String what, String setting) {
      this.name = name;
      this.quota = (int) Math.min(Integer.MAX_VALUE, quota);
      this.policy = '"' + name + "\";q=" + this.quota + ";w=" + window.toSeconds();
      this.what = what;
      this.setting = setting;
    }

    Bucket of(String whose) {
      return new Bucket(this, name + ":" + whose);
    }

    void require(Quota quota) {
      if (!quota.allowed()) {
        long seconds = Math.max(1, seconds(quota.reset()));
        Map<String, String> headers = headers(quota);
        headers.put("Retry-After", Long.toString(seconds));
        throw Problem.of(
            Code.RATE_LIMIT_EXCEEDED,
            "Too many %s; try again in %s s. The setting %s says how many there may be."
                .formatted(what, seconds, setting),
            headers);
      }
    }

    Map<String, String> headers(Quota left) {
      Map<String, String> headers = new HashMap<>();
      headers.put("RateLimit-Policy", policy);
      headers.put(
          "RateLimit", '"' + name + "\";r=" + left.remaining() + ";t=" + seconds(left.reset()));
      return headers;
    }
  }

  private static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
