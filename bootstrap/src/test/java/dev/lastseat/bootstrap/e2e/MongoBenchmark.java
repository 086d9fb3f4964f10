package dev.lastseat.bootstrap.e2e;

import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.bench.Clients;
import dev.lastseat.security.SecurityAdapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How many bookings a second the program makes over HTTP on MongoDB and Redis, beside a bare route
 * that only inserts the same document ({@link BareServer}). One event with 50,000 places is sold to
 * the last, each ticket to another user, and no request may be refused before. Run from the root of
 * the project, with MONGODB_URI and REDIS_URL set. A number as its argument divides how many places
 * there are.
 */
public final class MongoBenchmark {
  private static final int PLACES = 50_000;
  private static final int POOL = 10;
  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 3;

  private record Load(int clients, int bookings) {}

  private static final List<Load> LOADS =
      List.of(new Load(1, 2_000), new Load(16, 7_000), new Load(64, 7_000));

  private MongoBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (System.getenv("MONGODB_URI") == null || System.getenv("REDIS_URL") == null) {
      System.out.println("MONGODB_URI and REDIS_URL are not set: nothing is measured on them");
      return;
    }
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(SharedEngines.settings());
    settings.put("MONGO_POOL_MAX", Integer.toString(POOL));
    settings.put("JAVA_OPTS", "-Xmx256m"); // as the bare route has it
    Path data = Files.createTempDirectory("lastseat-bench");
    Process program = Programs.spawn(data, settings);
    Process bare =
        Programs.run(
            System.getProperty("java.class.path"),
            Map.of(),
            BareServer.class.getName(),
            settings.get("MONGODB_URI") + "_bare",
            Integer.toString(POOL));
    try (BoxOffice office = new BoxOffice(Programs.address(program));
        Api route = new Api(Programs.address(bare))) {
      Buyers buyers = new Buyers(settings.get("JWT_SECRET"));
      int divisor = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
      new MongoBenchmark().compare(office, route, buyers, divisor);
    } finally {
      program.destroyForcibly().waitFor();
      bare.destroyForcibly().waitFor();
    }
  }

  /** Users that the program knows by their tokens alone. */
  private record Buyers(String secret) {
    List<Caller> some(int count) {
      var random = new SecureRandom();
      var tokens =
          SecurityAdapters.accessTokens(secret, Duration.ofHours(1), Clock.systemUTC(), random);
      return Stream.generate(() -> new UserId(UUID.randomUUID().toString()))
          .limit(count)
          .map(user -> new Caller(tokens.issue(new Principal(user, Role.USER)).value()))
          .toList();
    }
  }

  private void compare(BoxOffice office, Api route, Buyers buyers, int divisor) {
    int warmUp = WARM_UP / divisor;
    String first = office.event(warmUp, 1);
    rate(64, buyers.some(warmUp), buyer -> office.book(buyer, first, 1));
    rate(64, buyers.some(warmUp), buyer -> insert(route, buyer, first));

    int places = PLACES / divisor;
    String event = office.event(places, 1);
    System.out.println("clients  bookings/s  bare inserts/s  ratio   (medians of " + ROUNDS + ")");
    int sold = 0;
    for (Load load : LOADS) {
      double[] program = new double[ROUNDS];
      double[] bare = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        List<Caller> some = buyers.some(load.bookings() / divisor);
        program[round] = rate(load.clients(), some, buyer -> office.book(buyer, event, 1));
        bare[round] = rate(load.clients(), some, buyer -> insert(route, buyer, event));
        sold += some.size();
      }
      double ours = median(program);
      double theirs = median(bare);
      System.out.printf(
          "%7d  %10.0f  %14.0f  %4.0f %%   %s beside %s%n",
          load.clients(), ours, theirs, 100 * ours / theirs, rounded(program), rounded(bare));
    }
    rate(64, buyers.some(places - sold), buyer -> office.book(buyer, event, 1));
    Answer late = office.book(buyers.some(1).getFirst(), event, 1);
    System.out.printf(
        "%d places sold without a refusal; one buyer more: %s%n", places, late.code());
  }

  private interface Purchase {
    Answer by(Caller buyer);
  }

  /** Purchases a second; the first that fails ends it all. */
  private static double rate(int clients, List<Caller> buyers, Purchase purchase) {
    return Clients.run(
        clients,
        buyers,
        buyer -> {
          Answer answer = purchase.by(buyer);
          if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
          }
        });
  }

  /** The same request to the bare route. */
  private static Answer insert(Api route, Caller buyer, String event) {
    return route.postOnce(
        "/bookings",
        buyer,
        "{\"eventId\":\"%s\",\"quantity\":1,\"hold\":false}".formatted(event),
        UUID.randomUUID().toString());
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }

  private static List<Long> rounded(double[] values) {
    return Arrays.stream(values).mapToObj(Math::round).toList();
  }
}
