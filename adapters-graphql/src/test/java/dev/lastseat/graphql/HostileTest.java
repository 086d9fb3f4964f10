package dev.lastseat.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests that want to hurt are refused, or answered, and never by a failure. */
class HostileTest {
  private static final Optional<Principal> ANNA = Optional.of(APrincipal.user("anna"));
  private static final List<Integer> SIZES = List.of(1, 2, 7, 20, 21, 90, 300, 900, 2_000, 4_900);

  private final Stage stage = new Stage();

  @Test
  void no_hostile_request_fails_or_reads_much() {
    stage.add(AnEvent.published("event-1"));
    List<Map<String, Object>> requests = requests().stream().distinct().toList();
    assertThat(requests).hasSizeGreaterThanOrEqualTo(200);

    for (Map<String, Object> request : requests) {
      stage.calls.clear();
      Reply reply = stage.ask(ANNA, request);

      String body = reply.body().toString();
      String name = request.toString();
      assertThat(reply.codes())
          .as(name.substring(0, Math.min(200, name.length())))
          .doesNotContain("INTERNAL_ERROR");
      assertThat(body).as(name).doesNotContain("Exception", "graphql.", "java.", "dev.lastseat");
      assertThat(stage.calls).as(name).hasSizeLessThanOrEqualTo(60);
    }
    stage.ask(ANNA, "{ event(id: \"event-1\") { id } }").good();
  }

  private static List<Map<String, Object>> requests() {
    List<Map<String, Object>> requests = new ArrayList<>();
    for (int n : SIZES) {
      for (String query : growing(n)) {
        requests.add(Map.of("query", query));
      }
    }
    for (String query : BROKEN) {
      requests.add(Map.of("query", query));
    }
    for (String value : VALUES) {
      requests.add(
          Map.of("query", "{ events(first: %s) { edges { node { id } } } }".formatted(value)));
      requests.add(Map.of("query", "{ event(id: %s) { id } }".formatted(value)));
      requests.add(
          Map.of(
              "query", "{ events(first: 1, minPrice: %s) { edges { cursor } } }".formatted(value)));
      requests.add(
          Map.of(
              "query", "{ events(first: 1, dateFrom: %s) { edges { cursor } } }".formatted(value)));
      requests.add(
          Map.of("query", "{ events(first: 1, after: %s) { edges { cursor } } }".formatted(value)));
    }
    for (Object value : List.of(1, -1, 1e300, true, "x", List.of(), Map.of("$gt", ""), 1L << 40)) {
      requests.add(
          Map.of(
              "query",
              "query ($v: Int!) { events(first: $v) { edges { cursor } } }",
              "variables",
              Map.of("v", value)));
      requests.add(
          Map.of(
              "query",
              "query ($v: ID!) { event(id: $v) { id } }",
              "variables",
              Map.of("v", value)));
    }
    return requests;
  }

  /** Each of them grows with n. */
  private static List<String> growing(int n) {
    return List.of(
        "{ " + "event(id: \"event-1\") { ".repeat(n) + "id" + " }".repeat(n) + " }",
        "{ events(first: 1) { edges { node { id } } } " + "__typename ".repeat(n) + "}",
        "{ " + numbered("a%d: event(id: \"event-1\") { id } ", n) + "}",
        "{ event(id: \"event-1\") { " + numbered("a%d: id ", n) + "} }",
        "{ event(id: \"event-1\") { id " + "@include(if: true) ".repeat(n) + "} }",
        "{ event(id: \"event-1\") { id " + numbered("@unknown%d ", n) + "} }",
        "{ ...f0 } "
            + numbered("fragment f%1$d on Query { ...f%2$d ...f%2$d } ", n)
            + "fragment f"
            + n
            + " on Query { __typename }",
        "{ ...f0 } "
            + numbered("fragment f%1$d on Query { ...f%2$d } ", n)
            + "fragment f"
            + n
            + " on Query { ...f0 }",
        "{ event(id: " + "[".repeat(n) + "]".repeat(n) + ") { id } }",
        "{ event(id: " + "{a:".repeat(n) + "1" + "}".repeat(n) + ") { id } }",
        "query (" + numbered("$v%d: Int ", n) + ") { __typename }",
        numbered("query Q%d { __typename } ", n),
        "mutation { " + numbered("a%d: confirm(id: \"none\") { id } ", n) + "}",
        "{" + " ,".repeat(n) + " __typename }",
        "#" + "x".repeat(n) + "\n{ __typename }",
        "{ " + "... on Query { ".repeat(n) + "__typename" + " }".repeat(n) + " }");
  }

  private static String numbered(String part, int n) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append(part.formatted(i, i + 1));
    }
    return text.toString();
  }

  private static final List<String> BROKEN =
      List.of(
          "",
          " ",
          "{",
          "}",
          "{}",
          "{ }",
          "query",
          "\u0000",
          "\uFEFF",
          "{ \uD800 }",
          "\"",
          "\"\"\"",
          "{ event(id: \"\\u\") { id } }",
          "{ event(id: \"\\uD800\") { id } }",
          "subscription { x }",
          "type Query { x: Int }",
          "schema { query: Query }",
          "{ ...f }",
          "{ __schema { types { name } } }",
          "{ __type(name: \"Event\") { name } }",
          "query A { __typename } query B { __typename }",
          "{ event }",
          "{ event(id: \"event-1\") }",
          "{ event(id: \"x\", id: \"y\") { id } }",
          "fragment f on Event { id }",
          "{ ... on Event { id } }",
          "query ($a: Nothing) { __typename }",
          "query ($a: Int = \"x\") { __typename }",
          "{ event(id: $a) { id } }",
          "{ %s %n %d }");

  private static final List<String> VALUES =
      List.of(
          "0",
          "-1",
          "101",
          "2147483648",
          "99999999999999999999",
          "1e999999999",
          "-1e-999999999",
          "1.5",
          "null",
          "true",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "\"event-1' OR 1=1\"",
          "\"{$gt:1}\"",
          "\"99999-01-01T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "upcoming");
}
