package dev.lastseat.bootstrap.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.hunt.Request.Purchase;
import dev.lastseat.bootstrap.hunt.Step.Harm;
import dev.lastseat.bootstrap.hunt.Step.Sending;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Plays a part, and notes each step and what came of it. */
final class Player implements Callable<Void> {
  private final Part part;
  private final Client.User user;
  private final Stage stage;
  private final Random random;
  private final Map<String, String> ids;

  Player(Part part, Client.User user, Stage stage, Random random) {
    this.part = part;
    this.user = user;
    this.stage = stage;
    this.random = random;
    this.ids = new HashMap<>(stage.events());
  }

  @Override
  public Void call() throws Exception {
    for (Optional<Step> next = part.next(); next.isPresent(); next = part.next()) {
      Step step = next.get();
      stage.played().add(step);
      switch (step.act()) {
        case Request request -> ask(request, step.sending());
        case Harm harm -> stage.harm(harm);
      }
    }
    return null;
  }

  /** Unless it is about a booking that was not sold this time. */
  private void ask(Request request, Sending sending) throws Exception {
    if (!request.subjects().allMatch(ids::containsKey)) {
      return;
    }
    Request real = request.with(ids::get);
    for (Exchange exchange : send(real, sending)) {
      if (request instanceof Purchase purchase) {
        name(purchase.key(), exchange);
      }
      if (request instanceof Request.Reserve reserve && exchange.succeeded()) {
        ids.putIfAbsent(Step.bookingOf(reserve.key(), 0), exchange.data().path("id").asText());
      }
      part.learn(request, exchange);
    }
  }

  private void name(String key, Exchange exchange) {
    Iterator<JsonNode> bookings = History.bookings(exchange).iterator();
    for (int i = 0; bookings.hasNext(); i++) {
      ids.putIfAbsent(Step.bookingOf(key, i), bookings.next().path("id").asText());
    }
  }

  private List<Exchange> send(Request request, Sending sending)
      throws InterruptedException, ExecutionException {
    return switch (sending) {
      case ONCE -> List.of(ask(request));
      case TWICE -> twiceAtOnce(request);
      case UNTOLD -> List.of(stage.askUntold(user, random, request));
    };
  }

  private Exchange ask(Request request) throws InterruptedException {
    return stage.ask(user, random, request);
  }

  private List<Exchange> twiceAtOnce(Request request)
      throws InterruptedException, ExecutionException {
    try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Exchange>> answers =
          Stream.generate(() -> devices.submit(() -> ask(request))).limit(2).toList();
      return List.of(answers.getFirst().get(), answers.getLast().get());
    }
  }
}
