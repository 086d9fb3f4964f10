package dev.lastseat.http;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;

/**
 * {@code /door}: the page of those who let visitors in, for a phone with a camera or a keyboard. It
 * is a client of the API like others, and keeps what it needs to go on without network.
 */
final class DoorPage {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final Map<String, String> CAMERA = Map.of("Permissions-Policy", "camera=(self)");

  private DoorPage() {}

  static void register(RoutesConfig routes) {
    page("door.html", "text/html; charset=utf-8", CAMERA).register(routes, "/door");
    page("door.css", "text/css; charset=utf-8", Map.of()).register(routes, "/door/door.css");
    for (String script :
        List.of(
            "door.js",
            "book.js",
            "camera.js",
            "code.js",
            "live.js",
            "queue.js",
            "qr/index.js",
            "qr/decode.js")) {
      page(script, SCRIPT, Map.of()).register(routes, "/door/" + script);
    }
    // A worker serves no more than lies below it.
    page("worker.js", SCRIPT, Map.of()).register(routes, "/door-worker.js");
  }

  private static StaticFile page(String file, String type, Map<String, String> headers) {
    return new StaticFile(() -> StaticFile.resource("door/" + file), type, headers);
  }
}
