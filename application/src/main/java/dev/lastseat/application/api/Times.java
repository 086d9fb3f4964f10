package dev.lastseat.application.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times of the contracts: ISO 8601 with an offset, kept to the millisecond. */
public final class Times {
  public static final String EXPECTED = "a time such as 2027-05-01T20:00:00Z";

  /** In UTC, always with milliseconds, so that all times have one width. */
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private Times() {}

  public static String text(Instant time) {
    return MILLISECONDS.format(time);
  }

  /** By the clocks of a place, with their offset from UTC, to the second. */
  public static String local(Instant time, ZoneId zone) {
    return LOCAL.format(time.atZone(zone));
  }

  public static Instant parse(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    requireFourDigits(time.getYear());
    return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A date such as 2027-05-01. */
  public static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    requireFourDigits(day.getYear());
    return day;
  }

  /** The first millisecond of a day by the clocks of a place. */
  public static Instant first(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Its last one. */
  public static Instant last(LocalDate day, ZoneId zone) {
    return first(day.plusDays(1), zone).minusMillis(1);
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
