package dev.lastseat.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the tests do with the API, in their words. */
public final class BoxOffice implements AutoCloseable {
  public static final String ADMIN_EMAIL = "admin@example.com";
  public static final String ADMIN_PASSWORD = "an admin's password";

  /** Settings under which a storm is not held up by rate limits or slow hashes. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "PORT", "0",
          "BCRYPT_ROUNDS", "4",
          "RATE_LIMIT_REQUESTS", "1000000",
          "AUTH_RATE_LIMIT_REQUESTS", "1000000",
          "LOG_LEVEL", "error",
          "ADMIN_EMAIL", ADMIN_EMAIL,
          "ADMIN_PASSWORD", ADMIN_PASSWORD);

  final Api api;
  final Caller admin;
  private final AtomicInteger awaited = new AtomicInteger(Integer.MAX_VALUE);
  private volatile Runnable deed = () -> {};

  public BoxOffice(URI... instances) {
    this.api = new Api(instances);
    this.admin = api.logIn(ADMIN_EMAIL, ADMIN_PASSWORD);
  }

  public String adminToken() {
    return admin.token();
  }

  /** Does it once, when so many bookings or orders were made. */
  void after(int successes, Runnable deed) {
    awaited.set(successes);
    this.deed = deed;
  }

  private Answer counted(Answer answer) {
    if (answer.status() == 201 && awaited.decrementAndGet() == 0) {
      deed.run();
    }
    return answer;
  }

  /** A published event; answers its id. */
  public String event(int totalTickets, int maxTicketsPerUser) {
    return event(totalTickets, maxTicketsPerUser, "");
  }

  /** One that keeps so many of its places for the box office. */
  String eventKeeping(String contingent, int size, int totalTickets) {
    String kept = ",\"contingents\":[{\"name\":\"%s\",\"size\":%d}]".formatted(contingent, size);
    return event(totalTickets, 1_000, kept);
  }

  private String event(int totalTickets, int maxTicketsPerUser, String more) {
    Answer answer =
        api.post(
            "/events",
            admin,
            """
            {"name":"Last Night","date":"2099-12-31T20:00:00Z","venue":"Old Hall","totalTickets":%d,
             "price":25,"confirmedBy":"buyer","maxTicketsPerUser":%d,"status":"published"%s}\
            """
                .formatted(totalTickets, maxTicketsPerUser, more));
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
    return answer.data().path("id").asText();
  }

  /** Sells tickets of a contingent to somebody who walks in. */
  Answer sellFrom(String contingent, String event, int quantity) {
    return counted(
        api.postOnce(
            "/events/%s/box-office".formatted(event),
            admin,
            """
            {"price":0,"quantity":%d,"contingent":"%s","guest":{"name":"Eve"}}\
            """
                .formatted(quantity, contingent),
            UUID.randomUUID().toString()));
  }

  /** A check-in list of the event; answers its id. */
  public String checkinList(String event) {
    Answer answer =
        api.post("/events/%s/checkin-lists".formatted(event), admin, "{\"name\":\"Door\"}");
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
    return answer.data().path("id").asText();
  }

  /** Has an address told what happens to all events; answers the secret that signs it. */
  public String listen(URI receiver, String... kinds) {
    Answer answer =
        api.post(
            "/webhooks",
            admin,
            "{\"url\":\"%s\",\"kinds\":[\"%s\"]}".formatted(receiver, String.join("\",\"", kinds)));
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
    return answer.data().path("secret").asText();
  }

  public List<String> tokensOfCustomers(int count) {
    return customers(count).stream().map(Caller::token).toList();
  }

  /** Fifty at once: the accounts are not what the storm is about. */
  List<Caller> customers(int count) {
    String run = UUID.randomUUID().toString();
    return IntStream.iterate(0, first -> first < count, first -> first + 50)
        .mapToObj(first -> customers(first, Math.min(50, count - first), run))
        .flatMap(List::stream)
        .toList();
  }

  private List<Caller> customers(int first, int count, String run) {
    return Storm.of(
        count, i -> api.register("customer-%d-%s@example.com".formatted(first + i, run)));
  }

  Answer book(Caller customer, String event, int quantity, boolean hold, String key) {
    return counted(
        api.postOnce(
            "/bookings",
            customer,
            """
            {"eventId":"%s","quantity":%d,"hold":%b}\
            """
                .formatted(event, quantity, hold),
            key));
  }

  Answer book(Caller customer, String event, int quantity) {
    return book(customer, event, quantity, false, UUID.randomUUID().toString());
  }

  /** Somebody buys a ticket. */
  public void sell(String event) {
    Answer answer = book(admin, event, 1);
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
  }

  /** So many tickets of each of the events. */
  Answer order(Caller customer, List<String> events, int quantity) {
    return order(customer, events, quantity, UUID.randomUUID().toString());
  }

  Answer order(Caller customer, List<String> events, int quantity, String key) {
    String items =
        events.stream()
            .map(event -> "{\"eventId\":\"%s\",\"quantity\":%d}".formatted(event, quantity))
            .collect(Collectors.joining(","));
    return counted(api.postOnce("/orders", customer, "{\"items\":[%s]}".formatted(items), key));
  }

  Answer confirm(Caller customer, String booking) {
    return api.patch("/bookings/" + booking + "/confirm", customer, "{}");
  }

  Answer cancel(Caller customer, String booking) {
    return api.patch("/bookings/" + booking + "/cancel", customer, "{}");
  }

  /** Says for how long anybody waited for an answer at most since this was last said. */
  void sayLongest(String when) {
    System.out.printf("%s: the longest request took %d ms%n", when, api.longest().toMillis());
  }

  /** All bookings of an event with the status, by way of the admin's list. */
  List<JsonNode> bookings(String event, String status) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page =
          api.get(
              "/bookings?all=true&limit=100&eventId=%s&status=%s&cursor=%s"
                  .formatted(event, status, cursor),
              admin);
      if (page.status() != 200) {
        throw new AssertionError(page.body().toString());
      }
      page.data().forEach(all::add);
      cursor = page.body().at("/meta/nextCursor").asText("");
    } while (!cursor.isEmpty());
    return all;
  }

  List<JsonNode> live(String event) {
    List<JsonNode> live = new ArrayList<>(bookings(event, "confirmed"));
    live.addAll(bookings(event, "pending"));
    return live;
  }

  static List<String> ids(List<JsonNode> bookings) {
    return bookings.stream().map(booking -> booking.path("id").asText()).toList();
  }

  static List<Integer> places(JsonNode booking) {
    List<Integer> places = new ArrayList<>();
    booking.path("places").forEach(place -> places.add(place.asInt()));
    return places;
  }

  @Override
  public void close() {
    api.close();
  }
}
