package dev.lastseat.bootstrap.authorisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.domain.user.Scope;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Everybody who may come, and what they ask for. People and things are made when they are first
 * needed, and anew after they were changed.
 */
final class Cast {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final String PASSWORD = "correct horse";
  private static final String EXPIRED_KEY = "expired key";

  private final Client client;
  private final String root;
  private final String secret;
  private final Map<String, JsonNode> people = new HashMap<>();
  private final Map<String, String> credentials = new HashMap<>();
  private final Map<String, String> things = new HashMap<>();

  /**
   * @param root token of an admin who makes others what they are
   * @param secret signs tokens
   */
  Cast(Client client, String root, String secret) {
    this.client = client;
    this.root = root;
    this.secret = secret;
  }

  /** Whose token may be made anew from one request to the next; empty for nobody. */
  record Sender(Supplier<String> made) {
    String token() {
      return made.get();
    }
  }

  /** In the order of the table; those of one column are all answered alike. */
  List<List<Sender>> senders(String scope) {
    return List.of(
        List.of(new Sender(() -> "")),
        List.of(
            new Sender(() -> "forged"),
            new Sender(() -> credential("expired token", this::expiredToken)),
            new Sender(() -> credential("ended session", this::tokenOfEndedSession)),
            new Sender(() -> credential("revoked key", this::revokedKey)),
            new Sender(() -> credential(EXPIRED_KEY, this::expiredKey))),
        List.of(person("owner")),
        List.of(person("other")),
        List.of(person("staff")),
        List.of(person("organiser")),
        List.of(person("runs")),
        List.of(person("admin")),
        List.of(key(scope, scope::equals)),
        List.of(key("all but " + scope, each -> !scope.equals(each))));
  }

  private Sender person(String name) {
    return new Sender(() -> token(name));
  }

  /** Of an admin; one that needs no scope has them all. */
  private Sender key(String name, Predicate<String> has) {
    Predicate<String> wanted = name.equals("-") ? _ -> true : has;
    return new Sender(
        () ->
            credential(
                name,
                () ->
                    newKey("admin", Stream.of(Scope.values()).map(Scope::word).filter(wanted))
                        .path("key")
                        .asText()));
  }

  private String credential(String name, Supplier<String> make) {
    String known = credentials.get(name);
    if (known == null) {
      known = make.get();
      credentials.put(name, known);
    }
    return known;
  }

  private String token(String person) {
    return signedIn(person).path("accessToken").asText();
  }

  private JsonNode signedIn(String person) {
    JsonNode known = people.get(person);
    if (known == null) {
      known = enter(person);
      people.put(person, known);
    }
    return known;
  }

  private JsonNode enter(String person) {
    String email = UUID.randomUUID() + "@example.com";
    JsonNode user =
        post(
            "/auth/register",
            "",
            "{'email':'%s','password':'%s','name':'Somebody'}",
            email,
            PASSWORD);
    String role =
        switch (person) {
          case "staff", "organiser", "admin" -> person;
          case "runs" -> "organiser";
          default -> "user";
        };
    if (role.equals("user")) {
      return user;
    }
    String path = "/users/" + user.at("/user/id").asText();
    client.send("PATCH", path, root, json("{'role':'%s'}", role)).data();
    return logIn(email);
  }

  private JsonNode logIn(String email) {
    return post("/auth/login", "", "{'email':'%s','password':'%s'}", email, PASSWORD);
  }

  private JsonNode post(String path, String token, String body, Object... values) {
    return client.send("POST", path, token, json(body, values)).data();
  }

  private static String json(String body, Object... values) {
    return body.formatted(values).replace('\'', '"');
  }

  private JsonNode newKey(String owner, Stream<String> scopes) {
    String words = scopes.map("'%s'"::formatted).collect(Collectors.joining(","));
    return post("/api-keys", token(owner), "{'name':'key','scopes':[%s]}", words);
  }

  private String revokedKey() {
    JsonNode key = newKey("admin", Stream.of(Scope.values()).map(Scope::word));
    client.send("DELETE", "/api-keys/" + key.path("id").asText(), token("admin"), "");
    return key.path("key").asText();
  }

  /**
   * It is asked with until its time has come: it must be good before, and no longer then. It is
   * that of the admin who stays, so one is enough.
   */
  private String expiredKey() {
    String body = "{'name':'key','scopes':['events:read'],'expiresAt':'%s'}";
    Instant end = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
    String key = post("/api-keys", root, body, end).path("key").asText();
    Instant asked;
    do {
      asked = Instant.now();
      int status = client.send("GET", "/events", key, "").status();
      if (status == 401 ? Instant.now().isBefore(end) : !asked.isBefore(end)) {
        throw new IllegalStateException(
            "%s at %s, of a key until %s".formatted(status, asked, end));
      }
    } while (asked.isBefore(end));
    return key;
  }

  private String tokenOfEndedSession() {
    JsonNode session = logIn(signedIn("admin").at("/user/email").asText());
    post("/auth/logout", "", "{'refreshToken':'%s'}", session.path("refreshToken").asText());
    return session.path("accessToken").asText();
  }

  /** A good token but for its time, which is shown by one that is only signed anew. */
  private String expiredToken() {
    String[] parts = token("admin").split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    client.send("GET", "/users", signed(parts[0], claims), "").data();
    return signed(parts[0], claims.replaceAll("\"exp\":\\d+", "\"exp\":1000000000"));
  }

  private String signed(String header, String claims) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String content = header + "." + base64.encodeToString(claims.getBytes(UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return content + "." + base64.encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** With the things that are named in it. */
  String filled(String text) {
    return NAME.matcher(text).replaceAll(name -> thing(name.group(1)));
  }

  private String thing(String name) {
    String known = things.get(name);
    if (known == null) {
      known = make(name);
      things.put(name, known);
    }
    return known;
  }

  private String make(String name) {
    return switch (name) {
      case "event" -> event("published", "buyer");
      case "draft" -> event("draft", "buyer");
      case "booking" -> booked(false);
      case "hold" -> booked(true);
      case "unpaid" ->
          id(post("/bookings", token("owner"), "{'eventId':'%s'}", event("published", "server")));
      case "bank" -> "bank";
      case "paid" -> paid(thing("unpaid"));
      case "order" -> ordered(false);
      case "heldOrder" -> ordered(true);
      case "session" -> otherSession();
      case "key" -> id(newKey("owner", Stream.of("bookings:read")));
      case "webhook" -> webhook();
      case "delivery" -> id(client.send("GET", deliveries(), token("runs"), "").data().path(0));
      case "owner" -> signedIn("owner").at("/user/id").asText();
      case "organiserId" -> signedIn("organiser").at("/user/id").asText();
      case "email" -> UUID.randomUUID() + "@example.com";
      case "ownersEmail" -> signedIn("owner").at("/user/email").asText();
      case "refreshToken" -> logIn(thing("ownersEmail")).path("refreshToken").asText();
      case "list" ->
          id(
              post(
                  "/events/" + thing("event") + "/checkin-lists",
                  token("runs"),
                  "{'name':'North'}"));
      case "ticket" -> "1"; // the first of its booking
      case "password" -> PASSWORD;
      case "passkey", "job" -> "none"; // only an authenticator, and a failure, would make one
      case "now" -> Instant.now().toString();
      case "sequence" -> "1000000000"; // which facts are sealed already, nobody knows
      default -> throw new AssertionError("nobody knows how to make a " + name);
    };
  }

  private static String id(JsonNode made) {
    return made.path("id").asText();
  }

  private String event(String status, String confirmedBy) {
    return id(
        post(
            "/events",
            token("runs"),
            "{'name':'Play','date':'2099-12-31T20:00:00Z','venue':'Hall','totalTickets':100,"
                + "'price':1,'confirmedBy':'%s','status':'%s'}",
            confirmedBy,
            status));
  }

  /** The payment for a booking, which it is named after. */
  private String paid(String unpaid) {
    String body = "{'payment':{'provider':'bank','reference':'%s','amount':1,'currency':'EUR'}}";
    String path = "/bookings/" + unpaid + "/confirm";
    client.send("PATCH", path, token("runs"), json(body, unpaid)).data();
    return unpaid;
  }

  /** There may be a few only, so one that is there will do. */
  private String webhook() {
    JsonNode known = client.send("GET", "/webhooks", token("runs"), "").data().path(0);
    return known.isObject()
        ? id(known)
        : id(
            post(
                "/webhooks",
                token("runs"),
                "{'url':'https://hooks.invalid','kinds':['event.changed']}"));
  }

  private String deliveries() {
    return "/webhooks/" + thing("webhook") + "/deliveries";
  }

  private String ordered(boolean hold) {
    String body = "{'items':[{'eventId':'%s','quantity':1}],'hold':%b}";
    return id(post("/orders", token("owner"), body, thing("event"), hold));
  }

  private String booked(boolean hold) {
    String body = "{'eventId':'%s','hold':%b}";
    return id(post("/bookings", token("owner"), body, thing("event"), hold));
  }

  /** Of the owner, whose own goes on. */
  private String otherSession() {
    String token = logIn(thing("ownersEmail")).path("accessToken").asText();
    for (JsonNode session : client.send("GET", "/auth/sessions", token, "").data()) {
      if (session.path("current").asBoolean()) {
        return id(session);
      }
    }
    throw new AssertionError("a session that does not list itself");
  }

  /** After a change there: the things, and where an account was changed the people too. */
  void forget(String path) {
    things.clear();
    if (path.matches("/(auth/(me|change-password|sessions)|users)\\b.*")) {
      people.clear();
      credentials.keySet().retainAll(Set.of(EXPIRED_KEY));
    }
  }
}
