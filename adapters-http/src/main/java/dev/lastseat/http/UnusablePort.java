package dev.lastseat.http;

import java.io.IOException;

/** The server cannot listen on its port. */
public final class UnusablePort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusablePort(int port, IOException cause) {
    super("port " + port + " cannot be used: " + cause.getMessage(), cause);
  }
}
