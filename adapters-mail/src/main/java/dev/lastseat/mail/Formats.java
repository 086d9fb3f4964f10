package dev.lastseat.mail;

import dev.lastseat.domain.shared.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates and prices as one language writes them. Events have no time zone of their own: UTC. */
record Formats(Locale language) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT);

  String time(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .localizedBy(language)
            .withZone(ZoneOffset.UTC)
            .format(at)
        + ", "
        + TIME.withZone(ZoneOffset.UTC).format(at);
  }

  String price(Money price) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language);
    format.setCurrency(price.currency());
    format.setMinimumFractionDigits(price.currency().getDefaultFractionDigits());
    format.setMaximumFractionDigits(price.currency().getDefaultFractionDigits());
    return format.format(price.major());
  }
}
