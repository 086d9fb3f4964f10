package dev.lastseat.bootstrap.bench;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.Workload;
import dev.lastseat.embedded.bench.BareStore;
import dev.lastseat.mongo.BareInserts;
import dev.lastseat.mongo.MongoAdapters;
import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The limit of the program: a server that inserts a booking with the next place and does nothing
 * else, and answers whatever is read with the same few bytes. Takes the folder of a file of SQLite
 * or a connection string of MongoDB; prints its address.
 */
final class BareServer {
  private static final EventId EVENT = new EventId("event-1");

  /** As the program has it by default. */
  private static final MongoAdapters.Pool POOL = new MongoAdapters.Pool(2, 10);

  private static final String ANSWER = "{\"success\":true}";

  private BareServer() {}

  public static void main(String[] arguments) {
    Consumer<Booking.Confirmed> store = store(arguments[0]);
    AtomicInteger places = new AtomicInteger();
    Javalin javalin =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.concurrency.useVirtualThreads = true;
                  config.routes.post(
                      "/api/v1/bookings",
                      context -> {
                        int place = places.incrementAndGet();
                        store.accept(Workload.booking(EVENT, place, ThreadLocalRandom.current()));
                        context.status(201).result(ANSWER);
                      });
                  config.routes.get("/*", context -> context.result(ANSWER));
                })
            .start(0);
    System.out.println("http://localhost:" + javalin.port());
  }

  private static Consumer<Booking.Confirmed> store(String place) {
    return place.startsWith("mongodb")
        ? new BareInserts(place, POOL)::insert
        : new BareStore(Path.of(place))::insert;
  }
}
