package dev.lastseat.http.request;

import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** What a client would have: media types and codings (RFC 9110, sections 12.5.1 and 12.5.3). */
public final class Accept {
  public static final List<String> JSON = List.of("application/json");

  private static final Pattern QUALITY =
      Pattern.compile("(?i);\\s*q=([01](?:\\.[0-9]{0,3})?)\\s*(?:;|$)");

  private Accept() {}

  /** The one of those offered that the client likes best; of several alike the first. */
  public static String best(Context context, List<String> offered) {
    List<String> ranges = RequestContext.members(RequestContext.jetty(context), "Accept");
    return offered.stream()
        .filter(type -> quality(type, ranges) > 0)
        .max(
            Comparator.comparingDouble(type -> quality(type, ranges) - offered.indexOf(type) / 1e6))
        .orElseThrow(
            () ->
                Problem.of(
                    Code.NOT_ACCEPTABLE,
                    "The answer would be " + String.join(" or ", offered) + "."));
  }

  /** Whether the answer may be compressed. */
  public static boolean gzip(Request request) {
    return quality(List.of("gzip", "*"), RequestContext.members(request, "Accept-Encoding")) > 0;
  }

  private static double quality(String type, List<String> ranges) {
    String any = type.substring(0, type.indexOf('/')) + "/*";
    return ranges.isEmpty() ? 1 : quality(List.of(type, any, "*/*"), ranges);
  }

  /** The most specific of the ranges that the client names decides. */
  private static double quality(List<String> fromSpecificToAny, List<String> ranges) {
    return fromSpecificToAny.stream()
        .flatMap(wanted -> ranges.stream().filter(range -> mediaType(range).equals(wanted)))
        .findFirst()
        .map(Accept::quality)
        .orElse(0.0);
  }

  private static double quality(String range) {
    Matcher quality = QUALITY.matcher(range);
    return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
  }

  /** A media type or range without its parameters. */
  public static String mediaType(String value) {
    return value.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
  }
}
