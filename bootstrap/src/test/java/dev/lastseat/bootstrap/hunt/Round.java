package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.e2e.BoxOffice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A crowd before a few small events for some seconds, while their organiser resizes and cancels
 * them, and one instance stands still and one crashes.
 */
final class Round {
  static final String ADMIN = "admin";

  private static final int EVENTS = 4;
  private static final int MIN_TOTAL = 4;
  private static final int MAX_TOTAL = 40;
  private static final int USERS = 10;
  private static final int SHOPPERS = 16;
  private static final int TILLS = 4;

  /** Places of the event that is paid. */
  private static final int PAID = 30;

  private static final Duration SETTLED = Duration.ofSeconds(15);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Servers servers;
  private final Random random;
  private final Duration length;
  private final List<Integer> totals;

  /**
   * What came of a round.
   *
   * @param script what everybody did, in the order of doing
   */
  record Played(List<Step> script, History history) {}

  Round(Servers servers, long seed, Duration length) {
    this.servers = servers;
    this.random = new Random(seed);
    this.length = length;
    this.totals = random.ints(EVENTS, MIN_TOTAL, MAX_TOTAL + 1).boxed().toList();
  }

  /** Everybody does what the seed and the answers let them do. */
  Played play() throws InterruptedException, ExecutionException {
    try (BoxOffice office = new BoxOffice(servers.addresses().getFirst())) {
      return play(office, this::improvised);
    }
  }

  /** Everybody does again what they did in another round with this seed, or a part of it. */
  Played play(List<Step> script) throws InterruptedException, ExecutionException {
    try (BoxOffice office = new BoxOffice(servers.addresses().getFirst())) {
      return play(office, watch -> written(script, watch));
    }
  }

  /** Who plays what, the admin too; called when the round begins. */
  private interface Cast {
    Map<Integer, Part> parts(Watch watch);
  }

  private Map<Integer, Part> improvised(Watch watch) {
    Map<Integer, Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < SHOPPERS; i++) {
      parts.put(i, new Shopper(i, EVENTS, new Random(random.nextLong()), watch));
    }
    parts.put(Step.ADMIN, new Organiser(totals, random, watch));
    for (int i = 0; i < TILLS; i++) {
      int who = Step.TILL - i;
      parts.put(who, new Till(who, new Random(random.nextLong()), watch));
    }
    return parts;
  }

  private static Map<Integer, Part> written(List<Step> script, Watch watch) {
    return script.stream()
        .collect(
            Collectors.groupingBy(
                Step::who,
                Collectors.collectingAndThen(
                    Collectors.toList(), steps -> new Written(steps, watch))));
  }

  private Played play(BoxOffice office, Cast cast) throws InterruptedException, ExecutionException {
    List<String> events =
        totals.stream().map(total -> office.event(total, Hunt.MAX_PER_USER)).toList();
    List<String> tokens = office.tokensOfCustomers(USERS);
    Client.User admin = new Client.User(ADMIN, office.adminToken());
    Map<String, String> lists =
        events.stream().collect(Collectors.toMap(Function.identity(), office::checkinList));
    try (Client client = new Client(admin, lists)) {
      Map<String, String> named = byNumber(events);
      named.put(Till.EVENT, office.event(PAID, 1_000));
      Stage stage = Stage.of(client, servers, named);
      perform(stage, cast.parts(new Watch(length)), admin, tokens);
      readAll(stage, admin, events);
      readMoney(stage, admin, named.get(Till.EVENT));
      List<Step> script =
          stage.played().stream().sorted(Comparator.comparing(Step::after)).toList();
      return new Played(script, history(stage, events));
    }
  }

  private static Map<String, String> byNumber(List<String> events) {
    return IntStream.range(0, EVENTS)
        .boxed()
        .collect(
            Collectors.toMap(i -> Integer.toString(i), events::get, (a, _) -> a, HashMap::new));
  }

  private void perform(
      Stage stage, Map<Integer, Part> parts, Client.User admin, List<String> tokens)
      throws InterruptedException, ExecutionException {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      parts.forEach(
          (who, part) -> {
            int number = who % USERS;
            Client.User user =
                who < 0 ? admin : new Client.User("user-" + number, tokens.get(number));
            all.add(crowd.submit(new Player(part, user, stage, new Random(random.nextLong()))));
          });
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** Everybody has gone home. */
  private void readAll(Stage stage, Client.User admin, List<String> events)
      throws InterruptedException {
    for (String booking : history(stage, events).lives().keySet()) {
      stage.ask(admin, random, new Request.Look(booking));
    }
    for (String event : events) {
      stage.ask(admin, random, new Request.ListLive(event));
    }
  }

  /** Once all that was told of it has led to something, or nobody waits any longer. */
  private void readMoney(Stage stage, Client.User admin, String event) throws InterruptedException {
    Watch patience = new Watch(SETTLED);
    while (!patience.isAfter(1) && isUnsettled(stage, admin)) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    readPages(stage, admin, Request.ListPayments::new);
    readPages(stage, admin, page -> new Request.ListSold(event, page));
  }

  private boolean isUnsettled(Stage stage, Client.User admin) throws InterruptedException {
    for (String path : Request.ListUnsettled.PATHS) {
      Exchange some = stage.ask(admin, random, new Request.ListUnsettled(path));
      if (!some.succeeded() || !some.data().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void readPages(Stage stage, Client.User admin, IntFunction<Request> page)
      throws InterruptedException {
    int number = 1;
    while (stage.ask(admin, random, page.apply(number)).data().size() == 100) {
      number++;
    }
  }

  private History history(Stage stage, List<String> events) {
    return History.of(
        stage.seen(),
        IntStream.range(0, EVENTS).boxed().collect(Collectors.toMap(events::get, totals::get)));
  }
}
