package dev.lastseat.http.request;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** Where a request comes from. */
final class RemoteAddress {
  private static final String FORWARDED = "X-Forwarded-For";

  /** What could be one; anything else a proxy wrote would be a bucket of its own, of any length. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:\\[\\]]{2,54}");

  private RemoteAddress() {}

  /**
   * The address that the outermost trusted proxy saw; what others wrote into X-Forwarded-For is not
   * believed.
   */
  static String address(Context context, int trustedProxies) {
    return address(
        context.req().getHeaders(FORWARDED), context.req().getRemoteAddr(), trustedProxies);
  }

  /** The same of a request that reaches no route. */
  static String address(Request request, int trustedProxies) {
    return address(
        request.getHeaders().getValues(FORWARDED), Request.getRemoteAddr(request), trustedProxies);
  }

  private static String address(Enumeration<String> forwarded, String peer, int trustedProxies) {
    List<String> hops = new ArrayList<>();
    HeaderLines.members(forwarded).ifPresent(hops::addAll);
    hops.add(peer);
    String hop = hops.get(Math.max(0, hops.size() - 1 - trustedProxies));
    return ADDRESS.matcher(hop).matches() ? hop : peer;
  }
}
