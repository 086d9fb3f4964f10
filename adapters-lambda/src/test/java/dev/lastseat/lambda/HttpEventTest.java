package dev.lastseat.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.http.local.Header;
import dev.lastseat.http.local.LocalRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request is made of an event. */
class HttpEventTest {
  @Test
  void an_http_api_decodes_the_path_and_puts_its_stage_before_it() {
    LocalRequest request = HttpEvent.read(Events.httpApi());

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target())
        .isEqualTo("/api/v1/bookings/a%20b%3Fc?tag=one&tag=two&search=r%C3%BCckblick%20x");
  }

  @Test
  void a_function_url_does_neither() {
    LocalRequest request = HttpEvent.read(Events.functionUrl());

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.target()).isEqualTo("/api/v1/events/%C3%BC%20%2e");
    assertThat(request.peer()).isEqualTo(InetAddress.ofLiteral("2001:db8::9"));
    assertThat(request.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/a%41, /a%41", "/100%, /100%25", "/%4, /%254", "/ü#, /%C3%BC%23", "/a|b, /a%7Cb"})
  void what_may_not_stand_in_a_path_is_encoded_and_nothing_twice(String raw, String encoded) {
    assertThat(HttpEvent.read(Events.functionUrl().put("rawPath", raw)).target())
        .isEqualTo(encoded);
  }

  @Test
  void bytes_in_base_64_are_the_body() {
    assertThat(new String(HttpEvent.read(Events.httpApi()).body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"eventId\":\"e\",\"n\":\"ü\"}");
  }

  @Test
  void cookies_are_one_header_again() {
    assertThat(HttpEvent.read(Events.httpApi()).headers())
        .contains(
            new Header("Cookie", "theme=dark; session=a=b"),
            new Header("via", "1.1 one, 1.1 two"),
            new Header("accept", "application/json,text/csv;q=0.5"));
  }

  @Test
  void the_gateway_is_no_proxy_in_front() {
    assertThat(HttpEvent.read(Events.httpApi()).peer())
        .isEqualTo(InetAddress.ofLiteral("203.0.113.9"));
    assertThat(HttpEvent.read(Events.httpApi()).headers())
        .contains(new Header("x-forwarded-for", "198.51.100.7"));
    assertThat(HttpEvent.read(Events.functionUrl()).headers())
        .noneMatch(header -> header.name().equals("x-forwarded-for"));
  }

  @Test
  void the_host_is_that_of_the_gateway_where_none_is_named() {
    ObjectNode event = Events.functionUrl();
    ((ObjectNode) event.path("headers")).remove("host");

    assertThat(HttpEvent.read(event).headers())
        .contains(
            new Header("Host", "abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-central-1.on.aws"));
  }

  @ParameterizedTest
  @CsvSource({
    "/requestContext/http, sourceIp, nobody, nobody",
    "/requestContext/http, method, GET /, no method",
    "/headers, x-name, 'one\ntwo', x-name has a line break",
    "'', rawPath, events, no encoded path: 'events",
    "'', body, '!', base64"
  })
  void a_value_that_is_none_is_named(String parent, String field, String value, String named) {
    ObjectNode event = Events.httpApi();
    JsonNode changed = event.at(parent);
    ((ObjectNode) changed).put(field, value);

    assertThatThrownBy(() -> HttpEvent.read(event))
        .isInstanceOf(UnknownEvent.class)
        .hasMessageContaining(named);
  }
}
