package dev.lastseat.http;

import dev.lastseat.http.json.Json;
import io.javalin.config.RoutesConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The contract, {@code /openapi.yaml} and the same as {@code /openapi.json}; for people {@code
 * /docs}, where Swagger UI shows it, and a page at the root that leads there. Nothing comes from
 * elsewhere.
 */
final class DocsRoutes {
  private static final String CONTRACT = "openapi.yaml";
  private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/";
  private static final String SWAGGER_UI_FACTS =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private DocsRoutes() {}

  static void register(RoutesConfig routes) {
    String ui = SWAGGER_UI + swaggerUiVersion() + "/";
    page(routes, "/openapi.yaml", CONTRACT, "application/yaml; charset=utf-8");
    new StaticFile(DocsRoutes::contractAsJson, "application/json")
        .register(routes, "/openapi.json");
    page(routes, "/", "index.html", HTML);
    page(routes, "/docs", "docs.html", HTML);
    page(routes, "/docs/start.js", "docs.js", SCRIPT);
    page(routes, "/docs/ui/swagger-ui-bundle.js", ui + "swagger-ui-bundle.js", SCRIPT);
    page(routes, "/docs/ui/swagger-ui.css", ui + "swagger-ui.css", "text/css; charset=utf-8");
    page(routes, "/docs/ui/favicon-32x32.png", ui + "favicon-32x32.png", "image/png");
  }

  private static void page(RoutesConfig routes, String path, String resource, String type) {
    new StaticFile(() -> StaticFile.resource(resource), type).register(routes, path);
  }

  private static String swaggerUiVersion() {
    try {
      Properties properties = new Properties();
      properties.load(new ByteArrayInputStream(StaticFile.resource(SWAGGER_UI_FACTS)));
      return properties.getProperty("version");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] contractAsJson() {
    return asJson(StaticFile.resource(CONTRACT));
  }

  /** The same contract, with what it says by aliases written out. */
  static byte[] asJson(byte[] contract) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    Yaml yaml = new Yaml(new SafeConstructor(options));
    return Json.write(yaml.load(new ByteArrayInputStream(contract)))
        .getBytes(StandardCharsets.UTF_8);
  }
}
