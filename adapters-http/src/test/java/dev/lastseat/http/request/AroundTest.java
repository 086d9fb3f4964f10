package dev.lastseat.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Contract;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.Wire;
import dev.lastseat.http.json.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What surrounds every route. */
class AroundTest extends ServerTest {
  @Test
  void every_answer_has_the_headers_that_browsers_obey() {
    for (String path : new String[] {"/api/v1/events", "/nothing", "/docs", "/api/v1/health"}) {
      Reply reply = root(path).get();
      assertThat(reply.header("Content-Security-Policy"))
          .startsWith("default-src 'self'")
          .doesNotContain("unsafe-inline");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
      assertThat(reply.header("Strict-Transport-Security"))
          .isEqualTo("max-age=31536000; includeSubDomains");
      assertThat(reply.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }
  }

  @Test
  void a_request_id_is_taken_over_when_it_is_harmless_and_made_otherwise() {
    assertThat(requestId("Abc-1._2")).isEqualTo("Abc-1._2");
    assertThat(requestId("x".repeat(65))).matches("[A-Za-z0-9._-]{1,64}").doesNotContain("xx");
    assertThat(requestId("<script>")).matches("[A-Za-z0-9._-]{1,64}");
  }

  private String requestId(String given) {
    return api("/health/live").with("X-Request-Id", given).get().header("X-Request-Id");
  }

  @Test
  void pages_of_known_origins_may_call_and_read_what_they_need() {
    Reply reply =
        api("/bookings")
            .with("Origin", "https://shop.example")
            .with("Access-Control-Request-Method", "POST")
            .send("OPTIONS")
            .is(204);
    reply.saysNothingOfABody();
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
    assertThat(reply.header("Access-Control-Allow-Headers")).contains("Idempotency-Key");
    Reply simple = api("/events").with("Origin", "https://shop.example").get().is(200);
    assertThat(simple.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
    assertThat(simple.headers().allValues("Vary")).contains("Accept-Encoding, Origin");
  }

  @Test
  void pages_of_other_origins_get_no_leave() {
    for (String origin : new String[] {"https://evil.example", "null", "http://shop.example"}) {
      Reply reply = api("/events").with("Origin", origin).get();
      assertThat(reply.headers().map()).doesNotContainKey("access-control-allow-origin");
      assertThat(reply.headers().allValues("Vary")).contains("Accept-Encoding, Origin");
    }
  }

  @Test
  void a_long_body_is_compressed_when_asked_for() throws IOException {
    for (int i = 0; i < 9; i++) {
      add(AnEvent.published("event-" + i));
    }
    Reply plain = api("/events").get();
    assertThat(plain.header("Content-Encoding")).isEmpty();
    Reply packed = api("/events").with("Accept-Encoding", "gzip").get();
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
    }
    Reply small = api("/health/live").with("Accept-Encoding", "gzip").get();
    assertThat(small.header("Content-Encoding")).isEmpty();
  }

  @Test
  void who_accepts_gzip_says_so_in_many_ways() {
    for (int i = 0; i < 9; i++) {
      add(AnEvent.published("event-" + i));
    }
    for (String accepted :
        new String[] {"GZIP", "gzip;q=1.0", "deflate, gzip; q=0.5, *;q=0.1", "*", "br, gzip"}) {
      assertThat(encoding(accepted)).as(accepted).isEqualTo("gzip");
    }
    for (String refused : new String[] {"gzip;q=0", "gzip;q=0, *", "*;q=0", "br", "identity"}) {
      assertThat(encoding(refused)).as(refused).isEmpty();
    }
    assertThat(
            Wire.request(
                server.uri(), "GET /api/v1/events", "Accept-Encoding: br", "Accept-Encoding: gzip"))
        .contains("Content-Encoding: gzip");
  }

  private String encoding(String accepted) {
    return api("/events").with("Accept-Encoding", accepted).get().header("Content-Encoding");
  }

  @Test
  void what_never_changes_is_sent_compressed_and_once() throws IOException {
    String bundle = "/docs/ui/swagger-ui-bundle.js";
    Reply plain = root(bundle).get().is(200);
    Reply packed = root(bundle).with("Accept-Encoding", "gzip").get().is(200);

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
    }
    assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
    assertThat(plain.header("Cache-Control")).isEqualTo("public, max-age=3600");
    root(bundle).with("If-None-Match", plain.header("ETag")).get().is(304).saysNothingOfABody();
    root(bundle)
        .with("Accept-Encoding", "gzip")
        .with("If-None-Match", packed.header("ETag"))
        .get()
        .is(304)
        .saysNothingOfABody();
  }

  @Test
  void the_contract_is_served_and_shown_without_a_line_of_script_in_the_page() {
    assertThat(body(root("/openapi.yaml").get().is(200))).contains("openapi: 3.1");
    assertThat(root("/openapi.json").get().is(200).json()).isEqualTo(new Contract().document());
    String page = body(root("/docs").get().is(200));
    assertThat(page).contains("/docs/start.js").doesNotContain("<style", "onload");
    assertThat(body(root("/docs/start.js").get().is(200))).contains("/openapi.yaml");
    assertThat(root("/docs/ui/swagger-ui-bundle.js").get().is(200).header("Content-Type"))
        .contains("javascript");
    root("/docs/ui/swagger-ui.css").get().is(200);
  }

  @Test
  void who_comes_to_the_root_is_shown_the_way() {
    Reply reply = root("/").get().is(200);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(body(reply)).doesNotContain("<style", "<script");
    for (String path : new String[] {"/docs", "/openapi.yaml", "/api/v1/health"}) {
      assertThat(body(reply)).contains("href=\"" + path + "\"");
      root(path).get().is(200);
    }
  }

  @Test
  void a_page_is_sent_to_nobody_who_would_have_another_media_type() {
    for (String path : new String[] {"/", "/docs", "/openapi.yaml", "/docs/start.js"}) {
      root(path).with("Accept", "image/png").get().isError(Code.NOT_ACCEPTABLE);
      root(path).with("Accept", "image/png, */*;q=0.1").get().is(200);
    }
    root("/").with("Accept", "text/html").get().is(200);
    root("/openapi.yaml").with("Accept", "application/yaml").get().is(200);
  }

  private static String body(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }
}
