package dev.lastseat.application.analytics;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Spelled;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What time a report is of, and how it is parted.
 *
 * @param from where it begins; the quarter of an hour that this lies in is left out
 * @param zone whose hours and days the buckets are
 */
public record ReportQuery(Instant from, Instant to, Bucket bucket, ZoneId zone) {
  public static final Duration DEFAULT = Duration.ofDays(7);

  /** What figures are added up by. */
  public enum Bucket implements Spelled {
    HOUR(ChronoUnit.HOURS, Duration.ofDays(31)),
    DAY(ChronoUnit.DAYS, Duration.ofDays(366));

    private final ChronoUnit unit;
    private final Duration longest;

    Bucket(ChronoUnit unit, Duration longest) {
      this.unit = unit;
      this.longest = longest;
    }
  }

  public ReportQuery {
    if (!from.isBefore(to)) {
      throw new InvalidValue("from", from, "must be before " + to);
    }
    if (Duration.between(from, to).compareTo(bucket.longest) > 0) {
      throw new InvalidValue(
          "from",
          from,
          "must be at most "
              + bucket.longest.toDays()
              + " days before the end, by "
              + bucket.word());
    }
  }

  /** The beginning of the hour or day that the instant lies in. */
  Instant bucketOf(Instant instant) {
    return ZonedDateTime.ofInstant(instant, zone).truncatedTo(bucket.unit).toInstant();
  }

  /** As much time, just before. */
  Instant before() {
    return from.minus(Duration.between(from, to));
  }
}
