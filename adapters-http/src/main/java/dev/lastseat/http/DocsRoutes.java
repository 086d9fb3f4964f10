package dev.lastseat.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The contract for people: {@code /openapi.yaml}, and {@code /docs}, where Swagger UI shows it; and
 * a page at the root that leads there. Nothing comes from elsewhere.
 */
final class DocsRoutes {
  private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/";
  private static final String SWAGGER_UI_FACTS =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private DocsRoutes() {}

  static void register(RoutesConfig routes) {
    String ui = SWAGGER_UI + swaggerUiVersion() + "/";
    page(routes, "/openapi.yaml", "openapi.yaml", "application/yaml; charset=utf-8");
    page(routes, "/", "index.html", "text/html; charset=utf-8");
    page(routes, "/docs", "docs.html", "text/html; charset=utf-8");
    page(routes, "/docs/start.js", "docs.js", SCRIPT);
    page(routes, "/docs/ui/swagger-ui-bundle.js", ui + "swagger-ui-bundle.js", SCRIPT);
    page(routes, "/docs/ui/swagger-ui.css", ui + "swagger-ui.css", "text/css; charset=utf-8");
    page(routes, "/docs/ui/favicon-32x32.png", ui + "favicon-32x32.png", "image/png");
  }

  private static void page(RoutesConfig routes, String path, String resource, String type) {
    StaticFile file = new StaticFile(resource(resource), type);
    routes.addHttpHandler(HandlerType.GET, path, file::serve);
    routes.addHttpHandler(HandlerType.HEAD, path, file::serve);
  }

  /** A file of this package, or one by its whole path. */
  static byte[] resource(String name) {
    try (InputStream resource = DocsRoutes.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IOException("no resource " + name);
      }
      return resource.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String swaggerUiVersion() {
    try (InputStream facts = DocsRoutes.class.getResourceAsStream(SWAGGER_UI_FACTS)) {
      Properties properties = new Properties();
      properties.load(facts);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
