package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Step.Harm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/**
 * Where a round takes place, and what was seen of it.
 *
 * @param events their ids, by their numbers
 * @param seen in any order
 * @param played in any order
 */
record Stage(
    Client client,
    Servers servers,
    Addresses addresses,
    Map<String, String> events,
    Queue<Exchange> seen,
    Queue<Step> played) {
  static Stage of(Client client, Servers servers, Map<String, String> events) {
    return new Stage(
        client,
        servers,
        new Addresses(servers.addresses()),
        events,
        new ConcurrentLinkedQueue<>(),
        new ConcurrentLinkedQueue<>());
  }

  Exchange ask(Client.User user, RandomGenerator random, Request request)
      throws InterruptedException {
    return note(client.ask(user, addresses.any(random), request));
  }

  /** The answer is lost on its way. */
  Exchange askUntold(Client.User user, RandomGenerator random, Request request)
      throws InterruptedException {
    return note(client.askUntold(user, addresses.any(random), request));
  }

  private Exchange note(Exchange exchange) {
    seen.add(exchange);
    return exchange;
  }

  /** What had been asked of the instance by then waits, or gets no answer. */
  void harm(Harm harm) throws InterruptedException {
    List<URI> before = servers.addresses();
    switch (harm) {
      case KILL -> servers.kill();
      case FREEZE -> servers.freeze();
    }
    addresses.are(before.subList(1, before.size()));
    switch (harm) {
      case KILL -> servers.replace();
      case FREEZE -> {
        Thread.sleep(Hunt.FROZEN);
        servers.thaw();
      }
    }
    addresses.are(servers.addresses());
  }
}
