package dev.lastseat.http;

import dev.lastseat.http.json.Sha256;
import dev.lastseat.http.request.Accept;
import dev.lastseat.http.request.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file that is the same for everybody, and is read when the first one asks for it. */
final class StaticFile {
  private final Supplier<byte[]> source;
  private final String type;
  private final Map<String, String> headers;
  private @Nullable Content content;

  StaticFile(Supplier<byte[]> source, String type) {
    this(source, type, Map.of());
  }

  /** With headers of its own. */
  StaticFile(Supplier<byte[]> source, String type, Map<String, String> headers) {
    this.source = source;
    this.type = type;
    this.headers = headers;
  }

  void register(RoutesConfig routes, String path) {
    routes.addHttpHandler(HandlerType.GET, path, this::serve);
    routes.addHttpHandler(HandlerType.HEAD, path, this::serve);
  }

  /** A file of this package, or one by its whole path. */
  static byte[] resource(String name) {
    try (InputStream resource = StaticFile.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IOException("no resource " + name);
      }
      return resource.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The two forms are different bytes, so each has an entity tag (RFC 9110, section 8.8.3.3). */
  private void serve(Context context) {
    headers.forEach(context::header);
    Accept.best(context, List.of(Accept.mediaType(type)));
    Content content = content();
    boolean gzip = context.header("Accept-Encoding") != null && content.isSmallerCompressed();
    String etag = "\"" + content.tag() + (gzip ? "-gzip" : "") + "\"";
    context.header("Cache-Control", "public, max-age=3600");
    Responses.unlessKnown(
        context,
        etag,
        () -> {
          if (gzip) {
            context.header("Content-Encoding", "gzip");
          }
          context.contentType(type).result(gzip ? content.compressed() : content.plain());
        });
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
