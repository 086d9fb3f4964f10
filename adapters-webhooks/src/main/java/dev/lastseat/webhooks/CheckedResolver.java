package dev.lastseat.webhooks;

import dev.lastseat.webhooks.WebhookAdapters.Allowed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks names up, and lets through nothing but addresses that may be connected to. The client
 * connects to what it gets from here, so that nobody's DNS can say something else in between.
 */
record CheckedResolver(Lookup lookup, Allowed allowed) implements SocketAddressResolver {

  /** Finds the addresses of a name. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  /** A look takes as long as the name servers want, so none waits for another. */
  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    Thread.startVirtualThread(
        () -> {
          try {
            promise.succeeded(addresses(host, port));
          } catch (IOException | RuntimeException failed) {
            promise.failed(failed);
          }
        });
  }

  /** One that must not be asked is enough to ask none. */
  private List<InetSocketAddress> addresses(String host, int port) throws IOException {
    List<InetSocketAddress> all = new ArrayList<>();
    for (InetAddress address : lookup.all(host)) {
      if (!allowed.privateAddresses() && !PublicAddresses.contains(address)) {
        // Which one it is, is nobody's business who names a host of this network.
        throw new IOException("an address of " + host + " is not a public address");
      }
      // Whatever the look-up calls it: certificates are held against the host of the URL.
      InetAddress named = InetAddress.getByAddress(host, address.getAddress());
      all.add(new InetSocketAddress(named, port));
    }
    return all;
  }
}
