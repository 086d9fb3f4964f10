package dev.lastseat.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** Where a request comes from. */
final class Client {
  private Client() {}

  /**
   * The address that the outermost trusted proxy saw; what others wrote into X-Forwarded-For is not
   * believed.
   */
  static String address(Context context, int trustedProxies) {
    List<String> hops = new ArrayList<>();
    HeaderLines.members(context, "X-Forwarded-For").ifPresent(hops::addAll);
    hops.add(context.req().getRemoteAddr());
    return hops.get(Math.max(0, hops.size() - 1 - trustedProxies));
  }
}
