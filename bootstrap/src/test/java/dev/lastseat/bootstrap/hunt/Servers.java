package dev.lastseat.bootstrap.hunt;

import java.net.URI;
import java.util.List;

/** What is hunted. */
interface Servers {
  List<URI> addresses();

  /** Kills the first, if it can. */
  void kill();

  /** Starts it anew; returns when it answers. */
  void replace() throws InterruptedException;

  /** Lets the first stand still, if it can. */
  void freeze() throws InterruptedException;

  /** Lets it go on. */
  void thaw() throws InterruptedException;
}
