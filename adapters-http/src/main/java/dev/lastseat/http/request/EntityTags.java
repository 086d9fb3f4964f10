package dev.lastseat.http.request;

import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.json.Sha256;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.eclipse.jetty.server.Request;

/**
 * Entity tags (RFC 9110, sections 8.8.3 and 13.1): the version of the event, and after it a
 * fingerprint of what else is shown, where more is shown than the version covers.
 */
public final class EntityTags {
  private static final int FINGERPRINT = 16;

  private EntityTags() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Of more than that version of the event, such as its counts. */
  public static String of(long version, String more) {
    return "\"" + version + "-" + Sha256.fingerprint(more).substring(0, FINGERPRINT) + "\"";
  }

  /** What If-Match, which must be there, and If-None-Match say of a version. */
  public static LongPredicate requiredIfMatch(Context context) {
    return ifMatch(context)
        .map(match -> match.and(ifNoneMatch(context)))
        .orElseThrow(
            () ->
                Problem.of(
                    Code.VERSION_REQUIRED,
                    "Say in If-Match which version this changes; its ETag begins with it."));
  }

  /** What If-Match and If-None-Match say of a version; any will do where they are not there. */
  public static LongPredicate optionalIfMatch(Context context) {
    return ifMatch(context).orElse(_ -> true).and(ifNoneMatch(context));
  }

  /** As the client sent it; Javalin must not see it. A weak tag matches too. */
  private static LongPredicate ifNoneMatch(Context context) {
    Request sent = Request.unWrap(RequestContext.jetty(context));
    List<String> tags = RequestContext.members(sent, "If-None-Match");
    return version ->
        tags.stream()
            .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
            .noneMatch(tag -> isOf(tag, version));
  }

  /** Only the version counts, not what else was shown with it. A weak tag never matches. */
  private static Optional<LongPredicate> ifMatch(Context context) {
    return tags(context, "If-Match")
        .map(tags -> version -> tags.stream().anyMatch(tag -> isOf(tag, version)));
  }

  private static Optional<List<String>> tags(Context context, String header) {
    return Optional.ofNullable(context.header(header))
        .map(_ -> RequestContext.members(RequestContext.jetty(context), header));
  }

  private static boolean isOf(String tag, long version) {
    return tag.equals("*") || tag.equals(of(version)) || tag.startsWith("\"" + version + "-");
  }

  /** Whether If-None-Match says that the client has it; a weak tag matches too. */
  public static boolean isKnown(Context context, String etag) {
    return tags(context, "If-None-Match")
        .filter(tags -> tags.contains("*") || tags.contains(etag) || tags.contains("W/" + etag))
        .isPresent();
  }
}
