package dev.lastseat.http.filter;

import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RateLimiter.Quota;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.filter.RateLimit.Bucket;
import dev.lastseat.http.json.Sha256;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.RequestSettings;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
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
  private static final String OF_KEY = "API_KEY_RATE_LIMIT_REQUESTS";
  private static final String OF_GUESSES = "AUTH_RATE_LIMIT_REQUESTS";

  private final RateLimiter limiter;
  private final RateLimiter goodLogIns;
  private final RateLimit all;
  private final RateLimit ofKey;
  private final RateLimit refreshes;
  private final RateLimit refreshesOfAddress;
  private final RateLimit failures;
  private final RateLimit failuresOfAccount;
  private final RateLimit registrations;
  private final RateLimit mails;

  public RateLimits(RateLimiter limiter, RateLimiter goodLogIns, RequestSettings.Limits limits) {
    this.limiter = limiter;
    this.goodLogIns = goodLogIns;
    Duration window = limits.window();
    long requests = limits.requests();
    long guesses = limits.authRequests();
    this.all = new RateLimit("default", requests, window, "requests", OF_ALL);
    this.ofKey =
        new RateLimit("api-key", limits.keyRequests(), window, "requests of this API key", OF_KEY);
    this.refreshes =
        new RateLimit("refresh", requests, window, "refreshes of this session", OF_ALL);
    this.refreshesOfAddress =
        new RateLimit(
            "refresh-address",
            requests * SESSIONS_OF_AN_ADDRESS,
            window,
            "refreshes from this address",
            OF_ALL);
    this.failures =
        new RateLimit("login", guesses, window, "failed log-ins from this address", OF_GUESSES);
    this.failuresOfAccount =
        new RateLimit(
            "login-account",
            guesses * ADDRESSES_OF_AN_ACCOUNT,
            window,
            "failed log-ins to this account",
            OF_GUESSES);
    this.registrations =
        new RateLimit("register", guesses, window, "registrations from this address", OF_GUESSES);
    this.mails =
        new RateLimit("mail", guesses, window, "requests for mails from this address", OF_GUESSES);
  }

  /** Counts any request, by its API key or its user, or by its address where there is neither. */
  void take(Context context) {
    takeAndTell(ofAll(RequestContext.of(context)), 1, context);
  }

  /** Counts so many requests more, for one that asks for as much as they would. */
  public void takeMore(Context context, int requests) {
    if (requests > 0) {
      takeAndTell(ofAll(RequestContext.of(context)), requests, context);
    }
  }

  private Bucket ofAll(RequestContext request) {
    return request.principal().map(this::ofSender).orElseGet(() -> ofAddress(request.client()));
  }

  private Bucket ofSender(Principal sender) {
    return switch (sender.credential()) {
      case Credential.Session _ -> all.of("user:" + sender.userId().value());
      case Credential.Key key -> ofKey.of(key.id().value());
    };
  }

  /** Counts what browsers ask before they call: apart, for a page cannot know how often they do. */
  void takePreflight(Context context) {
    takeAndTell(all.of("preflight:" + RequestContext.of(context).client()), 1, context);
  }

  private void takeAndTell(Bucket bucket, int requests, Context context) {
    Quota quota = limiter.count(bucket.key(), requests, bucket.limit().quota());
    bucket.limit().headers(quota).forEach(context::header);
    bucket.limit().require(quota);
  }

  /** Tells what an address has left; what reaches no route is not counted. */
  void tell(String address, BiConsumer<String, String> response) {
    all.headers(limiter.look(ofAddress(address).key(), all.quota())).forEach(response);
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

  /** Counts a refresh by its session. */
  public void takeSession(String session) {
    refreshes.require(take(refreshes.of(session)));
  }

  /**
   * Counts a log-in that fails: by its address, and far more generously by its account, unless the
   * account knows the address, or others could lock its owner out. No e-mail address is the name of
   * a bucket, which others may read in Redis.
   */
  public <T> T logIn(Context context, Email email, Supplier<T> attempt, Predicate<T> failed) {
    String address = RequestContext.of(context).client();
    String account = Sha256.fingerprint(email.value());
    String pair = "known:" + Sha256.fingerprint(account + address);
    T result =
        counted(
            List.of(failures.of(address), failuresOfAccount.of(account)),
            limit -> limit.equals(failuresOfAccount) && isKnown(pair),
            attempt,
            failed);
    if (!failed.test(result)) {
      goodLogIns.take(pair, 1);
    }
    return result;
  }

  /** Counts a log-in that fails by its address, where nobody says to which account. */
  public <T> T logIn(Context context, Supplier<T> attempt, Predicate<T> failed) {
    Bucket bucket = failures.of(RequestContext.of(context).client());
    return counted(List.of(bucket), _ -> false, attempt, failed);
  }

  private boolean isKnown(String pair) {
    return goodLogIns.look(pair, 1).remaining() == 0;
  }

  /** Counts a mail to whatever address somebody names, by the address that they come from. */
  public void takeMail(Context context) {
    mails.require(take(mails.of(RequestContext.of(context).client())));
  }

  /** Counts a registration by its address, also one for an account that is there. */
  public <T> T registration(Context context, Supplier<T> attempt) {
    Bucket bucket = registrations.of(RequestContext.of(context).client());
    return counted(List.of(bucket), _ -> false, attempt, _ -> true);
  }

  /**
   * Counts before the attempt, so that many at once are no way around the limit, and takes it back
   * unless the attempt failed: also one that was refused here, or that nobody had time for.
   */
  private <T> T counted(
      List<Bucket> buckets, Predicate<RateLimit> waived, Supplier<T> attempt, Predicate<T> failed) {
    List<Quota> quotas = buckets.stream().map(this::take).toList();
    boolean counts = false;
    try {
      for (int i = 0; i < quotas.size(); i++) {
        RateLimit limit = buckets.get(i).limit();
        if (!quotas.get(i).allowed() && !waived.test(limit)) {
          throw limit.exceeded(quotas.get(i));
        }
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
    return limiter.take(bucket.key(), bucket.limit().quota());
  }
}
