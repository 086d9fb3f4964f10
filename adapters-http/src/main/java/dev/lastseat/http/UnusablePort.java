package dev.lastseat.http;

/** The server cannot listen on its port. */
public final class UnusablePort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusablePort(HttpSettings.Listen where, Exception cause) {
    super(
        "port %d%s cannot be used: %s"
            .formatted(
                where.port(),
                where.host().map(" of "::concat).orElse(""),
                cause.getMessage() == null ? "no such address" : cause.getMessage()),
        cause);
  }
}
