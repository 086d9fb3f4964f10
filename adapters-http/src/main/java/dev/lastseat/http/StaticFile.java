package dev.lastseat.http;

import dev.lastseat.http.json.Sha256;
import dev.lastseat.http.request.EntityTags;
import dev.lastseat.http.request.Responses;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is the same for everybody: in memory once, and once more compressed, so that neither
 * slow readers nor many of them cost more than their connections.
 */
final class StaticFile {
  private static final String CACHED = "public, max-age=3600";
  private static final int TAG_LENGTH = 16;

  private final String contentType;
  private final String tag;
  private final byte[] plain;
  private final byte[] compressed;

  StaticFile(byte[] content, String contentType) {
    this.contentType = contentType;
    this.tag = HexFormat.of().formatHex(Sha256.digest().digest(content)).substring(0, TAG_LENGTH);
    this.plain = content;
    this.compressed = compress(content);
  }

  /** The two forms are different bytes, so each has an entity tag (RFC 9110, section 8.8.3.3). */
  void serve(Context context) {
    boolean gzip = compressed.length < plain.length && context.header("Accept-Encoding") != null;
    String etag = "\"" + tag + (gzip ? "-gzip" : "") + "\"";
    context.header("ETag", etag).header("Cache-Control", CACHED);
    if (EntityTags.isKnown(context, etag)) {
      Responses.nothing(context, 304);
      return;
    }
    if (gzip) {
      context.header("Content-Encoding", "gzip");
    }
    context.contentType(contentType).result(gzip ? compressed : plain);
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
