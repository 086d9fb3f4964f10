package dev.lastseat.http.user;

import dev.lastseat.domain.session.Client;
import dev.lastseat.http.request.RequestContext;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a log-in comes from, in words that its owner recognises. What User-Agent says is nobody's
 * proof; it is shortened to a program and a system, or to the first product that it names.
 */
public final class Clients {
  private record Mark(String text, String label) {}

  /** In the order of asking, for most browsers claim to be others too. */
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("SamsungBrowser/", "Samsung Internet"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("CriOS/", "Chrome"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"),
          new Mark("", "a browser"));

  /** The same. */
  private static final List<Mark> PLATFORMS =
      List.of(
          new Mark("iPhone", " on iPhone"),
          new Mark("iPad", " on iPad"),
          new Mark("Android", " on Android"),
          new Mark("Windows", " on Windows"),
          new Mark("Mac OS X", " on macOS"),
          new Mark("CrOS", " on ChromeOS"),
          new Mark("Linux", " on Linux"),
          new Mark("", ""));

  private static final String UNKNOWN = "unknown";

  /** A product with its version (RFC 9110, section 10.1.5). */
  private static final Pattern PRODUCT =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}(/[A-Za-z0-9._-]{1,20})?");

  private Clients() {}

  public static Client of(Context context) {
    return new Client(
        device(Optional.ofNullable(context.header("User-Agent")).orElse("")),
        RequestContext.of(context).client());
  }

  static String device(String userAgent) {
    if (!userAgent.startsWith("Mozilla/")) {
      Matcher product = PRODUCT.matcher(userAgent);
      return product.lookingAt() ? product.group() : UNKNOWN;
    }
    return label(BROWSERS, userAgent) + label(PLATFORMS, userAgent);
  }

  private static String label(List<Mark> marks, String userAgent) {
    return marks.stream()
        .filter(mark -> userAgent.contains(mark.text))
        .map(Mark::label)
        .findFirst()
        .orElseThrow();
  }
}
