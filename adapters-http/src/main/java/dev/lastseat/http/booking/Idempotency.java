package dev.lastseat.http.booking;

import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.filter.RequestWatch;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.json.Sha256;
import dev.lastseat.http.request.Responses;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Lets a request take effect once, however often it is sent under one Idempotency-Key
 * (draft-ietf-httpapi-idempotency-key-header).
 */
public record Idempotency(RememberedResponses responses) {
  public static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Pattern UUID_FORM =
      Pattern.compile("(\"?)(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\1");

  /**
   * What a request brought about.
   *
   * @param replayed whether an earlier one had done so
   */
  record Granted(String location, String body, boolean replayed) {}

  /** The key of a request: a UUID, bare or in quotes. */
  public static RememberedResponses.Key key(Context context, UserId user) {
    String header = String.join(",", Collections.list(context.req().getHeaders(HEADER))).strip();
    if (header.isEmpty()) {
      throw Problem.of(
          Code.IDEMPOTENCY_KEY_REQUIRED, "Send a new UUID in the header " + HEADER + ".");
    }
    var matcher = UUID_FORM.matcher(header);
    if (!matcher.matches()) {
      throw Problem.invalid(HEADER, "must be a UUID");
    }
    return new RememberedResponses.Key(user, new IdempotencyKey(UUID.fromString(matcher.group(2))));
  }

  static Problem reused() {
    return Problem.of(
        Code.IDEMPOTENCY_KEY_REUSED, "This " + HEADER + " was used for another request.");
  }

  static Problem underWay() {
    return Problem.of(
        Code.REQUEST_IN_FLIGHT,
        "A request with this " + HEADER + " is under way.",
        Map.of("Retry-After", "1"));
  }

  /**
   * Responses with what the work brings about, or with what it brought about before. A failure
   * frees the key. A path counts as its route does, so that a slash at its end makes no difference.
   */
  void once(
      Context context, RememberedResponses.Key key, String canonicalBody, Supplier<Granted> work) {
    String request =
        context.method().name() + "\n" + context.endpoint().path + "\n" + canonicalBody;
    String fingerprint = Sha256.fingerprint(request);
    switch (responses.begin(key, fingerprint)) {
      case RememberedResponses.Begin.New _ -> first(context, key, fingerprint, work);
      case RememberedResponses.Begin.Done(RememberedResponses.Response response) ->
          write(context, response, true);
      case RememberedResponses.Begin.Mismatch _ -> throw reused();
      case RememberedResponses.Begin.InFlight _ -> throw underWay();
    }
  }

  /** What an earlier request did and nobody remembers is told as it is now, each time anew. */
  private void first(
      Context context, RememberedResponses.Key key, String fingerprint, Supplier<Granted> work) {
    boolean remembered = false;
    try {
      Granted result = work.get();
      RememberedResponses.Response response =
          new RememberedResponses.Response(201, result.location(), result.body());
      if (!result.replayed()) {
        responses.complete(key, fingerprint, response);
        remembered = true;
      }
      write(context, response, result.replayed());
    } finally {
      if (!remembered) {
        responses.abandon(key, fingerprint);
      }
    }
  }

  private static void write(
      Context context, RememberedResponses.Response response, boolean replayed) {
    if (replayed) {
      context.header(REPLAYED, "true");
      RequestWatch.comesTo("replayed", context);
    }
    context.header("Location", response.location());
    Responses.json(context, response.status(), response.body());
  }
}
