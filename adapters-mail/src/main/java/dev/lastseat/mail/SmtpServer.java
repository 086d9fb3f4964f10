package dev.lastseat.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The server that takes our mails, and how to talk to it. */
public record SmtpServer(String host, int port, Security security, Optional<LogIn> logIn) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_BY_TLS = 465;

  /** How nobody reads along, whom we can tell by its certificate. */
  public enum Security {
    /** From the first byte on. */
    TLS,
    /** Before anything is said, or nothing is. */
    STARTTLS,
    /** If the server offers it; else in the clear. */
    OPTIONAL
  }

  /** A name and a password. */
  public record LogIn(String user, String password) {
    @Override
    public String toString() {
      return "LogIn[…]";
    }
  }

  /**
   * Reads an address such as {@code smtp://user:password@mail.example.com:587}, or {@code smtps://}
   * for TLS from the first byte on. STARTTLS is a must with any other machine than this one, unless
   * {@code ?starttls=optional} says that it is not.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static SmtpServer of(String url) {
    URI uri = URI.create(url);
    boolean tls = "smtps".equals(uri.getScheme());
    boolean optional = "starttls=optional".equals(uri.getQuery());
    require(tls || "smtp".equals(uri.getScheme()), "must be smtp:// or smtps://");
    require(uri.getHost() != null, "must have a host");
    require(uri.getPath().matches("/?") && uri.getFragment() == null, "must have no path");
    require(
        uri.getQuery() == null || (optional && !tls), "must be ?starttls=optional with smtp://");
    int usual = tls ? SUBMISSION_BY_TLS : SUBMISSION;
    return new SmtpServer(
        uri.getHost(),
        uri.getPort() < 0 ? usual : uri.getPort(),
        security(tls, optional || LOOPBACK.contains(uri.getHost())),
        Optional.ofNullable(uri.getRawUserInfo()).map(SmtpServer::logIn));
  }

  private static void require(boolean good, String rule) {
    if (!good) {
      throw new IllegalArgumentException(rule);
    }
  }

  private static Security security(boolean tls, boolean optional) {
    if (tls) {
      return Security.TLS;
    }
    return optional ? Security.OPTIONAL : Security.STARTTLS;
  }

  private static LogIn logIn(String userInfo) {
    String[] both = userInfo.split(":", 2);
    require(both.length == 2, "must have a password behind the user");
    return new LogIn(decoded(both[0]), decoded(both[1]));
  }

  /** In the part before the @, a plus is a plus. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
