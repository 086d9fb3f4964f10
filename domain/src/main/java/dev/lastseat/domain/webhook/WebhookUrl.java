package dev.lastseat.domain.webhook;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where messages are sent to. Written so plainly that everybody reads the same host out of it; who
 * may be behind the host is decided each time that it is connected to, see {@link
 * dev.lastseat.domain.port.Courier}.
 */
public record WebhookUrl(String value) {
  public static final int MAX = 1_000;
  private static final int FIRST_FREE_PORT = 1_024;
  private static final int LAST_PORT = 65_535;
  private static final String FIELD = "url";

  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>https?)://(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])"
              + "(:(?<port>[0-9]{1,5}))?([/?][!-~&&[^#\"<>\\\\^`{|}]]*)?");

  /** What programs of old read as one number, in several ways. */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(0[xX][0-9A-Fa-f]*|[0-9]+)\\.?");

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  public WebhookUrl {
    if (value.length() > MAX) {
      throw new InvalidValue(FIELD, value, "must be at most " + MAX + " characters");
    }
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new InvalidValue(
          FIELD, value, "must be like https://example.com/hooks, without user and fragment");
    }
    String host = parts.group("host");
    if (NUMBER.matcher(host).matches() && !IPV4.matcher(host).matches()) {
      throw new InvalidValue(FIELD, value, "must have a host that is a name or an address");
    }
    requirePort(value, parts.group("port"));
  }

  private static void requirePort(String value, String port) {
    int number = port == null ? 443 : Integer.parseInt(port);
    boolean web = number == 443 || number == 80;
    if (!web && (number < FIRST_FREE_PORT || number > LAST_PORT)) {
      throw new InvalidValue(FIELD, value, "must have the port 443, 80, or 1024 to 65535");
    }
  }

  /** Whether nobody reads along. */
  public boolean isSecure() {
    return value.startsWith("https:");
  }

  /** What is behind the question mark may be a secret. */
  @Override
  public String toString() {
    return value.replaceFirst("\\?.*", "?…");
  }
}
