package dev.lastseat.bootstrap.e2e;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.Workload;
import dev.lastseat.mongo.BareInserts;
import dev.lastseat.mongo.MongoAdapters;
import io.javalin.Javalin;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server whose one route does one {@code insertOne} and nothing else; each booking gets the next
 * place. Takes the connection string and the size of the pool, and prints its address.
 */
final class BareServer {
  private static final EventId EVENT = new EventId("event-1");

  private BareServer() {}

  public static void main(String[] arguments) {
    int poolSize = Integer.parseInt(arguments[1]);
    BareInserts inserts = new BareInserts(arguments[0], new MongoAdapters.Pool(2, poolSize));
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
                        inserts.insert(Workload.booking(EVENT, place, ThreadLocalRandom.current()));
                        context.status(201).result("{\"success\":true}");
                      });
                })
            .start(0);
    System.out.println("http://localhost:" + javalin.port());
  }
}
