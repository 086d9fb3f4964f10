package dev.lastseat.http.event;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * How long browsers and proxies may keep what everybody may see: until the counts in it are as old
 * as counts may be, so that their caches add nothing to that age (RFC 9111, section 5.2.2).
 *
 * @param ttl how old shown counts may be
 */
record PublicCaching(Duration ttl, Clock clock) {
  /** Says so of an answer with counts of these times; what a token shows is kept by nobody. */
  void allow(Context context, Stream<Instant> counted) {
    context.res().addHeader("Vary", "Authorization");
    if (context.header("Authorization") == null) {
      Instant now = clock.instant();
      Duration left = Duration.between(now, counted.reduce(now, PublicCaching::earlier).plus(ttl));
      context.header("Cache-Control", "public, max-age=" + Math.max(0, left.toSeconds()));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
