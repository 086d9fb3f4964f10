package dev.lastseat.http.request;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.json.Envelope;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes successes. */
public final class Responses {
  private static final Logger log = LoggerFactory.getLogger(Responses.class);

  private Responses() {}

  public static void ok(Context context, Object data, String message) {
    json(context, 200, Envelope.success(data, message));
  }

  public static void created(Context context, Object data, String message) {
    json(context, 201, Envelope.success(data, message));
  }

  /** What will be done soon. */
  public static void accepted(Context context, Object data, String message) {
    json(context, 202, Envelope.success(data, message));
  }

  /** Nothing more to say, if there was such a thing. */
  public static void done(Context context, boolean found, Resource<?> what) {
    if (!found) {
      throw what.notFound();
    }
    nothing(context, 204);
  }

  /** All of a list, each item as {@code view} shows it. */
  public static <T> void all(
      Context context, Collection<T> items, Function<T, ?> view, String message) {
    ok(context, items.stream().map(view).toList(), message);
  }

  /** A page of a list, each item as {@code view} shows it. */
  public static <T> void list(
      Context context, Page<T> page, Function<T, ?> view, Paging paging, String message) {
    List<?> items = page.items().stream().map(view).toList();
    json(context, 200, Envelope.list(items, message, paging.meta(page)));
  }

  /** Nothing, where the client has what the tag is of already (RFC 9110, section 15.4.5). */
  public static void unlessKnown(Context context, String etag, Runnable answer) {
    context.header("ETag", etag);
    if (EntityTags.isKnown(context, etag)) {
      nothing(context, 304);
    } else {
      answer.run();
    }
  }

  /** A status that says it all: no body, and nothing that would describe one. */
  public static void nothing(Context context, int status) {
    context.status(status).res().setContentType(null);
    flush(context); // or Jetty would add that the body is 0 bytes long (RFC 9110, section 8.6)
  }

  /**
   * Writes text that is made piece by piece, as fast as the client takes it. Where one cannot be
   * made any more the connection is cut, for an answer that ended well would be taken for whole.
   *
   * @param head comes first, once the first piece is there
   */
  public static <T> void stream(
      Context context, String type, String head, Iterator<T> pieces, Function<T, String> text) {
    context.status(200).contentType(type + "; charset=utf-8");
    if (context.method().equals(HandlerType.HEAD)) {
      return;
    }
    try {
      OutputStream output = context.res().getOutputStream();
      output.write(head.getBytes(StandardCharsets.UTF_8));
      while (pieces.hasNext()) {
        output.write(text.apply(pieces.next()).getBytes(StandardCharsets.UTF_8));
      }
      output.flush();
    } catch (IOException gone) {
      log.atDebug().setCause(gone).log("client gone before it had all");
    } catch (RuntimeException failed) {
      if (!context.res().isCommitted()) {
        context.res().resetBuffer();
        throw failed;
      }
      log.atWarn()
          .setCause(failed)
          .addKeyValue("requestId", RequestContext.of(context).requestId())
          .log("answer cut short");
      cut(context);
    }
  }

  private static void cut(Context context) {
    RequestContext.jetty(context).getConnectionMetaData().getConnection().close();
  }

  private static void flush(Context context) {
    try {
      context.res().flushBuffer();
    } catch (IOException gone) {
      log.atDebug().setCause(gone).log("client gone before it was answered");
    }
  }

  public static void json(Context context, int status, String body) {
    context.status(status).contentType("application/json").result(body);
  }
}
