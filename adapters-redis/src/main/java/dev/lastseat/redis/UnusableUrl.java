package dev.lastseat.redis;

/** The URL is not one of a Redis; the message shows it without its password. */
public final class UnusableUrl extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableUrl(String shown) {
    super(
        shown
            + " is no URL of a Redis; expected"
            + " redis[s]://[[user]:password@]host[:port][/database]");
  }
}
