package dev.lastseat.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * Whom mails come from: an address, and a name before it if there is one, such as {@code Lastseat
 * <tickets@example.com>}.
 */
public record Sender(String text) {
  public Sender {
    if (!text.chars().allMatch(c -> c >= ' ' && c != 0x7F) || host(text).isEmpty()) {
      throw new IllegalArgumentException("must be an address");
    }
  }

  /** What stands behind the @. */
  String host() {
    return host(text);
  }

  private static String host(String text) {
    String address = parse(text).getAddress();
    return address.substring(address.indexOf('@') + 1);
  }

  static InternetAddress parse(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      if (address.getAddress().indexOf('@') < 0) {
        throw new IllegalArgumentException("must have an @");
      }
      return address;
    } catch (AddressException bad) {
      throw new IllegalArgumentException(bad);
    }
  }
}
