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

  /**
   * Of more than that version of the event, such as its counts; weak, for answers that have it may
   * still differ in when that was counted.
   */
  public static String of(long version, String more) {
    return "W/\"" + version + "-" + Sha256.fingerprint(more).substring(0, FINGERPRINT) + "\"";
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

  /** As the client sent it; Javalin must not see it. */
  private static LongPredicate ifNoneMatch(Context context) {
    Request sent = Request.unWrap(RequestContext.jetty(context));
    List<String> tags = RequestContext.members(sent, "If-None-Match");
    return version -> tags.stream().noneMatch(tag -> isOf(tag, version));
  }

  /**
   * Only the version counts, not what else was shown with it. Section 13.1.1 lets no weak tag
   * match, for it may hide a change; the version in it hides none, and proxies that compress weaken
   * tags.
   */
  private static Optional<LongPredicate> ifMatch(Context context) {
    return Optional.ofNullable(context.header("If-Match"))
        .map(_ -> RequestContext.members(RequestContext.jetty(context), "If-Match"))
        .map(tags -> version -> tags.stream().anyMatch(tag -> isOf(tag, version)));
  }

  private static boolean isOf(String tag, long version) {
    String strong = strong(tag);
    return tag.equals("*") || strong.equals(of(version)) || strong.startsWith("\"" + version + "-");
  }

  /** Whether If-None-Match says that the client has it; weak or not makes no difference. */
  public static boolean isKnown(Context context, String etag) {
    return RequestContext.members(RequestContext.jetty(context), "If-None-Match").stream()
        .anyMatch(tag -> tag.equals("*") || strong(tag).equals(strong(etag)));
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
