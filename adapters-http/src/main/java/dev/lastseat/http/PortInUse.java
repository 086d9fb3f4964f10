package dev.lastseat.http;

/** The server cannot listen on its port. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUse(int port, Throwable cause) {
    super("port " + port + " cannot be used: another program listens on it", cause);
  }
}
