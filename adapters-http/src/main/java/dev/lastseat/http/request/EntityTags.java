package dev.lastseat.http.request;

import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Versions as entity tags (RFC 9110, sections 8.8.3 and 13.1). */
public final class EntityTags {
  private EntityTags() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** What If-Match says of a version; it must be there. */
  public static LongPredicate requiredIfMatch(Context context) {
    return ifMatch(context)
        .orElseThrow(
            () ->
                Problem.of(
                    Code.VERSION_REQUIRED,
                    "Say in If-Match which version this changes; its ETag is the version."));
  }

  /** What If-Match says of a version; any will do where it is not there. */
  public static LongPredicate optionalIfMatch(Context context) {
    return ifMatch(context).orElse(_ -> true);
  }

  /** A weak tag never matches. */
  private static Optional<LongPredicate> ifMatch(Context context) {
    return HeaderLines.members(context, "If-Match")
        .map(tags -> version -> tags.contains("*") || tags.contains(of(version)));
  }

  /** Whether If-None-Match says that the client has it; a weak tag matches too. */
  public static boolean isKnown(Context context, String etag) {
    return HeaderLines.members(context, "If-None-Match")
        .filter(tags -> tags.contains("*") || tags.contains(etag) || tags.contains("W/" + etag))
        .isPresent();
  }
}
