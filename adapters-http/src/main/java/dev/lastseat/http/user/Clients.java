package dev.lastseat.http.user;

import dev.lastseat.domain.session.Client;
import dev.lastseat.http.request.RequestContext;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a log-in comes from, in words that its owner recognises. What User-Agent says is nobody's
 * proof; it is shortened to a program and a system, or to the first product that it names.
 */
public final class Clients {
  /** In the order of asking, for most browsers claim to be others too. */
  private enum Browser {
    EDGE("Edg", "Edge"),
    OPERA("OPR/", "Opera"),
    SAMSUNG("SamsungBrowser/", "Samsung Internet"),
    FIREFOX("Firefox/", "Firefox"),
    FIREFOX_ON_IOS("FxiOS/", "Firefox"),
    CHROME_ON_IOS("CriOS/", "Chrome"),
    CHROME("Chrome/", "Chrome"),
    SAFARI("Safari/", "Safari"),
    UNKNOWN("", "a browser");

    private final String mark;
    private final String label;

    Browser(String mark, String label) {
      this.mark = mark;
      this.label = label;
    }
  }

  /** The same. */
  private enum Platform {
    IPHONE("iPhone", " on iPhone"),
    IPAD("iPad", " on iPad"),
    ANDROID("Android", " on Android"),
    WINDOWS("Windows", " on Windows"),
    MACOS("Mac OS X", " on macOS"),
    CHROME_OS("CrOS", " on ChromeOS"),
    LINUX("Linux", " on Linux"),
    UNKNOWN("", "");

    private final String mark;
    private final String label;

    Platform(String mark, String label) {
      this.mark = mark;
      this.label = label;
    }
  }

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
    String browser = first(Browser.values(), it -> userAgent.contains(it.mark)).label;
    return browser + first(Platform.values(), it -> userAgent.contains(it.mark)).label;
  }

  private static <T> T first(T[] values, Predicate<T> wanted) {
    return Arrays.stream(values).filter(wanted).findFirst().orElseThrow();
  }
}
