package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.request.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who comes in where: every route against everybody, and all of it in one table. {@code 401} and
 * {@code 403} keep somebody out; {@code in} is whatever the route itself answers.
 */
class AuthorisationMatrixTest extends ServerTest {
  /**
   * Nobody, a user, staff, an organiser, an admin, a key of an admin with all scopes, one without
   * the route's, a forged token.
   */
  private static final String TABLE =
      """
      GET /health in in in in in in in in
      GET /health/live in in in in in in in in
      GET /health/ready in in in in in in in in
      POST /auth/register in in in in in in in in
      POST /auth/login in in in in in in in in
      POST /auth/refresh in in in in in in in in
      POST /auth/logout in in in in in in in in
      POST /auth/change-password 401 in in in in 403 403 401
      GET /auth/me 401 in in in in 403 403 401
      PATCH /auth/me 401 in in in in 403 403 401
      DELETE /auth/me 401 in in in in 403 403 401
      POST /auth/passkeys/options 401 in in in in 403 403 401
      POST /auth/passkeys 401 in in in in 403 403 401
      GET /auth/passkeys 401 in in in in 403 403 401
      PATCH /auth/passkeys/{id} 401 in in in in 403 403 401
      DELETE /auth/passkeys/{id} 401 in in in in 403 403 401
      POST /auth/passkey-login/options in in in in in in in in
      POST /auth/passkey-login in in in in in in in in
      GET /auth/sessions 401 in in in in 403 403 401
      DELETE /auth/sessions 401 in in in in 403 403 401
      DELETE /auth/sessions/{id} 401 in in in in 403 403 401
      GET /auth/me/export 401 in in in in 403 403 401
      POST /auth/verify-email in in in in in in in in
      POST /auth/resend-verification in in in in in in in in
      POST /auth/forgot-password in in in in in in in in
      POST /auth/reset-password in in in in in in in in
      GET /events in in in in in in 403 401
      POST /events 401 403 403 in in in 403 401
      GET /events/{id} in in in in in in 403 401
      GET /events/{id}/availability in in in in in in 403 401
      PUT /events/{id} 401 403 403 in in in 403 401
      PATCH /events/{id} 401 403 403 in in in 403 401
      POST /events/{id}/publish 401 403 403 in in in 403 401
      POST /events/{id}/cancel 401 403 403 in in in 403 401
      POST /events/{id}/complete 401 403 403 in in in 403 401
      DELETE /events/{id} 401 403 403 in in in 403 401
      POST /bookings 401 in in in in in 403 401
      GET /bookings 401 in in in in in 403 401
      GET /bookings/{id} 401 in in in in in 403 401
      PATCH /bookings/{id}/confirm 401 in in in in in 403 401
      PATCH /bookings/{id}/cancel 401 in in in in in 403 401
      POST /orders 401 in in in in in 403 401
      GET /orders 401 in in in in in 403 401
      GET /orders/{id} 401 in in in in in 403 401
      POST /api-keys 401 in in in in 403 403 401
      GET /api-keys 401 in in in in 403 403 401
      DELETE /api-keys/{id} 401 in in in in 403 403 401
      GET /users 401 403 403 403 in 403 403 401
      GET /users/{id} 401 403 403 403 in 403 403 401
      PATCH /users/{id} 401 403 403 403 in 403 403 401
      GET /jobs 401 403 403 403 in 403 403 401
      POST /jobs/{id}/retry 401 403 403 403 in 403 403 401
      """;

  private int people;

  @Test
  void every_route_lets_in_whom_the_table_says_and_none_is_without_a_row() {
    String admin = admin();
    Map<Optional<Scope>, String> without =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    String all = key(admin, Stream.of(Scope.values()).map(Scope::word).toList());
    List<String> rows =
        Contract.routes().stream()
            .map(
                route ->
                    row(
                        route,
                        all,
                        without.computeIfAbsent(route.scope(), scope -> keyWithout(admin, scope))))
            .toList();

    assertThat(String.join("\n", rows) + "\n").isEqualTo(TABLE);
  }

  private String keyWithout(String admin, Optional<Scope> scope) {
    List<String> others =
        Stream.of(Scope.values())
            .filter(each -> !scope.equals(Optional.of(each)))
            .map(Scope::word)
            .toList();
    return key(admin, others);
  }

  private String key(String admin, List<String> scopes) {
    String words = scopes.stream().map("'%s'"::formatted).collect(Collectors.joining(","));
    String body = "{'name':'key','scopes':[%s]}".formatted(words);
    return api("/api-keys").as(admin).send("POST", body).is(201).text("/key");
  }

  private String row(Route route, String keyOfAll, String keyWithout) {
    Stream<String> tokens =
        Stream.concat(
            Stream.of(Role.values()).map(role -> token("somebody-" + people++, role)),
            Stream.of(keyOfAll, keyWithout, "forged"));
    String outcomes =
        Stream.concat(
                Stream.of(outcome(route, call(route))),
                tokens.map(token -> outcome(route, call(route).as(token))))
            .collect(Collectors.joining(" "));
    return route.method() + " " + route.path() + " " + outcomes;
  }

  private Call call(Route route) {
    return api(route.path().replaceAll("\\{\\w+}", "nothing"));
  }

  private static String outcome(Route route, Call call) {
    String method = route.method().name();
    int status = (method.equals("GET") ? call.get() : call.send(method, "{}")).status();
    return status == 401 || status == 403 ? String.valueOf(status) : "in";
  }
}
