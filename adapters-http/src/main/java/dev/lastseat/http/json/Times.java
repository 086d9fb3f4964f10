package dev.lastseat.http.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times of the contract: ISO 8601 with an offset, kept to the millisecond. */
public final class Times {
  public static final String EXPECTED = "a time such as 2027-05-01T20:00:00Z";

  /** In UTC, always with milliseconds, so that all times have one width. */
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Times() {}

  public static String text(Instant time) {
    return MILLISECONDS.format(time);
  }

  public static Instant parse(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    requireFourDigits(time.getYear());
    return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The first millisecond of a date in UTC, or its last one. */
  public static Instant day(String text, boolean end) {
    LocalDate day = LocalDate.parse(text);
    requireFourDigits(day.getYear());
    LocalTime time = end ? LocalTime.of(23, 59, 59, 999_000_000) : LocalTime.MIDNIGHT;
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  /**
   * RFC 3339 has no others, and stores cannot keep all that Java can count to. The year in UTC
   * counts, for that is what is kept and shown.
   */
  private static void requireFourDigits(int year) {
    if (year < 1 || year > 9_999) {
      throw new DateTimeException("the year " + year);
    }
  }
}
