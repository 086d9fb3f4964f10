package dev.lastseat.webhooks;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses anybody on the internet could ask as well, by the registries of special-purpose
 * addresses of the IANA (RFC 6890). Of IPv6 all that is no global unicast is refused, and with it
 * addresses of IPv4 in the clothes of IPv6.
 */
final class PublicAddresses {
  private static final List<Range> IPV4_REFUSED =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind the NAT of a provider
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, where clouds answer with credentials
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // AMT
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  private static final List<Range> GLOBAL_UNICAST = ranges("2000::/3");

  /** Of global unicast. What maps, translates or tunnels IPv4 elsewhere is not in that. */
  private static final List<Range> IPV6_REFUSED =
      ranges(
          "2001::/23", // protocol assignments, with Teredo
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "2620:4f:8000::/48", // AS112
          "3fff::/20"); // documentation

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    return address instanceof Inet4Address
        ? isOutside(IPV4_REFUSED, address)
        : !isOutside(GLOBAL_UNICAST, address) && isOutside(IPV6_REFUSED, address);
  }

  private static boolean isOutside(List<Range> ranges, InetAddress address) {
    return ranges.stream().noneMatch(range -> range.contains(address));
  }

  private static List<Range> ranges(String... ranges) {
    return Stream.of(ranges).map(Range::of).toList();
  }

  /** Addresses of one length that begin with the same bits, without the bits that differ. */
  private record Range(BigInteger prefix, int bytes, int otherBits) {
    static Range of(String text) {
      String[] parts = text.split("/", 2);
      try {
        byte[] address = InetAddress.getByName(parts[0]).getAddress();
        int otherBits = address.length * Byte.SIZE - Integer.parseInt(parts[1]);
        return new Range(prefix(address, otherBits), address.length, otherBits);
      } catch (UnknownHostException impossible) {
        throw new IllegalArgumentException(text, impossible); // no name is looked up
      }
    }

    boolean contains(InetAddress address) {
      byte[] all = address.getAddress();
      return all.length == bytes && prefix(all, otherBits).equals(prefix);
    }

    private static BigInteger prefix(byte[] address, int otherBits) {
      return new BigInteger(1, address).shiftRight(otherBits);
    }
  }
}
