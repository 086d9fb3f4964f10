package dev.lastseat.http.filter;

import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.RequestSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests come from, as far as it is counted: an IPv4 address, or the network of an IPv6
 * address, of which one subscriber has as many as he likes.
 */
public final class ClientAddresses {
  private static final Logger log = LoggerFactory.getLogger(ClientAddresses.class);
  private static final String FORWARDED = "X-Forwarded-For";

  /** All that is no address is one client, or each word would be a client of its own. */
  private static final String UNKNOWN = "unknown";

  private final RequestSettings.Clients settings;
  private final AtomicBoolean warned = new AtomicBoolean();

  public ClientAddresses(RequestSettings.Clients settings) {
    this.settings = settings;
  }

  /**
   * The address that the outermost trusted proxy saw; what others wrote into X-Forwarded-For is not
   * believed. Where fewer proxies wrote into it than are trusted, the first address counts; where
   * none did, that of who connected.
   */
  String of(Request request) {
    List<String> hops = new ArrayList<>(RequestContext.members(request, FORWARDED));
    hops.add(Request.getRemoteAddr(request));
    return counted(hops.get(Math.max(0, hops.size() - 1 - settings.trustedProxies())));
  }

  /** Warns, once, of a request that did not come through as many proxies as are trusted. */
  void warnOnce(Request request) {
    if (warned.get()) {
      return;
    }
    int proxies = settings.trustedProxies();
    int hops = RequestContext.members(request, FORWARDED).size();
    boolean doubtful = proxies == 0 ? hops > 0 : hops < proxies;
    if (doubtful && warned.compareAndSet(false, true)) {
      log.warn(
          proxies == 0
              ? "{} comes but is not believed: behind a proxy all clients count as one until"
                  + " TRUSTED_PROXIES says how many there are"
              : "{} of a request has fewer addresses than TRUSTED_PROXIES says: if that is too"
                  + " large, clients can choose their addresses; if not, the port is reached"
                  + " past the proxies",
          FORWARDED);
    }
  }

  /** An IPv4 address has four parts here, though fewer have a meaning too. */
  private String counted(String hop) {
    String literal = literal(hop);
    boolean whole = literal.contains(":") || literal.split("\\.", -1).length == 4;
    return whole ? network(literal) : UNKNOWN;
  }

  /** Without the port that some proxies add, the brackets with it, and the zone of an interface. */
  private static String literal(String hop) {
    boolean bracketed = hop.startsWith("[") && hop.contains("]");
    boolean ported = hop.indexOf(':') == hop.lastIndexOf(':');
    String address = bracketed ? before(']', hop.substring(1)) : ported ? before(':', hop) : hop;
    return before('%', address);
  }

  private static String before(char end, String text) {
    int length = text.indexOf(end);
    return length < 0 ? text : text.substring(0, length);
  }

  /** An IPv4 address that is written as IPv6 is one. */
  private String network(String literal) {
    try {
      byte[] address = InetAddress.ofLiteral(literal).getAddress();
      int prefix = address.length == 4 ? 32 : settings.ipv6Prefix();
      for (int bit = prefix; bit < address.length * 8; bit++) {
        address[bit / 8] &= (byte) ~(0x80 >> bit % 8);
      }
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (IllegalArgumentException | UnknownHostException none) {
      return UNKNOWN;
    }
  }
}
