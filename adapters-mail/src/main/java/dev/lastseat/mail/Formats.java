package dev.lastseat.mail;

import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.shared.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times and prices as one language writes them. */
record Formats(Locale language) {
  /** Of what has to do with no event. */
  String time(Instant at) {
    return time(at, Schedule.DEFAULT_ZONE);
  }

  /** By the clocks of a place, which are named. */
  String time(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).localizedBy(language).format(local)
        + ", "
        + DateTimeFormatter.ofPattern("HH:mm z", language).format(local);
  }

  String price(Money price) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language);
    format.setCurrency(price.currency());
    format.setMinimumFractionDigits(price.currency().getDefaultFractionDigits());
    format.setMaximumFractionDigits(price.currency().getDefaultFractionDigits());
    return format.format(price.major());
  }
}
