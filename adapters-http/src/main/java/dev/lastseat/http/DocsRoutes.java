package dev.lastseat.http;

import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Sha256;
import dev.lastseat.http.request.Accept;
import dev.lastseat.http.request.EntityTags;
import dev.lastseat.http.request.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
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
    page(routes, "/openapi.json", new Page(DocsRoutes::contractAsJson, "application/json"));
    page(routes, "/", "index.html", HTML);
    page(routes, "/docs", "docs.html", HTML);
    page(routes, "/docs/start.js", "docs.js", SCRIPT);
    page(routes, "/docs/ui/swagger-ui-bundle.js", ui + "swagger-ui-bundle.js", SCRIPT);
    page(routes, "/docs/ui/swagger-ui.css", ui + "swagger-ui.css", "text/css; charset=utf-8");
    page(routes, "/docs/ui/favicon-32x32.png", ui + "favicon-32x32.png", "image/png");
  }

  private static void page(RoutesConfig routes, String path, String resource, String type) {
    page(routes, path, new Page(() -> resource(resource), type));
  }

  private static void page(RoutesConfig routes, String path, Page page) {
    routes.addHttpHandler(HandlerType.GET, path, page::serve);
    routes.addHttpHandler(HandlerType.HEAD, path, page::serve);
  }

  private static String swaggerUiVersion() {
    try {
      Properties properties = new Properties();
      properties.load(new ByteArrayInputStream(resource(SWAGGER_UI_FACTS)));
      return properties.getProperty("version");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] contractAsJson() {
    return asJson(resource(CONTRACT));
  }

  /** The same contract, with what it says by aliases written out. */
  static byte[] asJson(byte[] contract) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    Yaml yaml = new Yaml(new SafeConstructor(options));
    return Json.write(yaml.load(new ByteArrayInputStream(contract)))
        .getBytes(StandardCharsets.UTF_8);
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

  /** A file that is the same for everybody, and is read when the first one asks for it. */
  private static final class Page {
    private final Supplier<byte[]> source;
    private final String type;
    private @Nullable Content content;

    Page(Supplier<byte[]> source, String type) {
      this.source = source;
      this.type = type;
    }

    /** The two forms are different bytes, so each has an entity tag (RFC 9110, section 8.8.3.3). */
    void serve(Context context) {
      Accept.best(context, List.of(Accept.mediaType(type)));
      Content content = content();
      boolean gzip = context.header("Accept-Encoding") != null && content.isSmallerCompressed();
      String etag = "\"" + content.tag() + (gzip ? "-gzip" : "") + "\"";
      context.header("ETag", etag).header("Cache-Control", "public, max-age=3600");
      if (EntityTags.isKnown(context, etag)) {
        Responses.nothing(context, 304);
        return;
      }
      if (gzip) {
        context.header("Content-Encoding", "gzip");
      }
      context.contentType(type).result(gzip ? content.compressed() : content.plain());
    }

    /** Read by a thread of its own, for compressing keeps a core for a while. */
    private synchronized Content content() {
      if (content == null) {
        content =
            CompletableFuture.supplyAsync(
                    () -> Content.of(source.get()), Thread.ofPlatform().daemon()::start)
                .join();
      }
      return content;
    }
  }

  /**
   * In memory once, and once more compressed, so that neither slow readers nor many of them cost
   * more than their connections.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(String tag, byte[] plain, byte[] compressed) {
    private static final int TAG_LENGTH = 16;

    static Content of(byte[] plain) {
      return new Content(
          Sha256.fingerprint(plain).substring(0, TAG_LENGTH), plain, compress(plain));
    }

    boolean isSmallerCompressed() {
      return compressed.length < plain.length;
    }

    private static byte[] compress(byte[] content) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(content);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return bytes.toByteArray();
    }
  }
}
