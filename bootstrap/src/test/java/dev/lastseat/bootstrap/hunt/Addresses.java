package dev.lastseat.bootstrap.hunt;

import java.net.URI;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where instances answer now. */
final class Addresses {
  private List<URI> open;

  Addresses(List<URI> open) {
    this.open = List.copyOf(open);
  }

  synchronized void are(List<URI> now) {
    open = List.copyOf(now);
    notifyAll();
  }

  /** One of them; waits for the first while there is none. */
  synchronized URI any(RandomGenerator random) throws InterruptedException {
    while (open.isEmpty()) {
      wait();
    }
    return open.get(random.nextInt(open.size()));
  }
}
