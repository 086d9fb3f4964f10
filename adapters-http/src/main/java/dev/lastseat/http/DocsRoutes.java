package dev.lastseat.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The contract for people: {@code /openapi.yaml}, and {@code /docs}, where Swagger UI shows it. */
final class DocsRoutes {
  private static final String SWAGGER_UI = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private DocsRoutes() {}

  static void register(JavalinConfig config) {
    config.routes.get(
        "/openapi.yaml", context -> send(context, "openapi.yaml", "application/yaml"));
    config.routes.get("/docs", context -> send(context, "docs.html", "text/html"));
    config.routes.get("/docs/start.js", context -> send(context, "docs.js", "text/javascript"));
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/docs/ui";
          files.directory = "/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion();
          files.location = Location.CLASSPATH;
        });
  }

  private static void send(Context context, String name, String type) throws IOException {
    context.contentType(type + "; charset=utf-8").result(resource(name));
  }

  static String resource(String name) throws IOException {
    try (InputStream resource = DocsRoutes.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IOException("no resource " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String swaggerUiVersion() {
    try (InputStream resource = DocsRoutes.class.getClassLoader().getResourceAsStream(SWAGGER_UI)) {
      Properties properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
