package dev.lastseat.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where a request comes from. */
final class Client {
  private Client() {}

  /**
   * The address that the outermost trusted proxy saw; what others wrote into X-Forwarded-For is not
   * believed. A proxy may append to the header or add a line of its own, so all lines count.
   */
  static String address(Context context, int trustedProxies) {
    List<String> hops = new ArrayList<>();
    for (String line : Collections.list(context.req().getHeaders("X-Forwarded-For"))) {
      Arrays.stream(line.split(",", -1)).map(String::strip).forEach(hops::add);
    }
    hops.add(context.req().getRemoteAddr());
    return hops.get(Math.max(0, hops.size() - 1 - trustedProxies));
  }
}
