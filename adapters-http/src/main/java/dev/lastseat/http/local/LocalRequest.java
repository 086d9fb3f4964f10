package dev.lastseat.http.local;

import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request, as whoever took it from its sender knows it.
 *
 * @param target the path and the query, encoded
 * @param headers in any order; those about the connection and the length of the body do not count
 * @param peer who sent it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, and compared by nobody
public record LocalRequest(
    String method, String target, List<Header> headers, byte[] body, InetAddress peer) {
  private static final Pattern TARGET = Pattern.compile("/[\\x21-\\x7e]*");
  private static final Charset CHARSET = StandardCharsets.UTF_8;

  /** What was said of another connection, and of the body as it came over it. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  public LocalRequest {
    if (!Header.TOKEN.matcher(method).matches()) {
      throw new IllegalArgumentException("no method: '" + method + "'");
    }
    if (!TARGET.matcher(target).matches()) {
      throw new IllegalArgumentException("no encoded path: '" + target + "'");
    }
    headers = List.copyOf(headers);
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Behind a line that says who sent it, as a proxy would (PROXY protocol, version 1). */
  ByteBuffer message() {
    StringBuilder head = new StringBuilder(1024);
    String address = peer.getHostAddress();
    head.append(peer instanceof Inet4Address ? "PROXY TCP4 " : "PROXY TCP6 ")
        .append("%s %s 1 1\r\n".formatted(address, address))
        .append("%s %s HTTP/1.1\r\n".formatted(method, target));
    headers.stream()
        .filter(header -> OF_THE_CONNECTION.stream().noneMatch(header::is))
        .forEach(header -> line(head, header.name(), header.value()));
    if (body.length > 0) {
      line(head, "Content-Length", Integer.toString(body.length));
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(head.append("\r\n").toString().getBytes(CHARSET));
    message.writeBytes(body);
    return ByteBuffer.wrap(message.toByteArray());
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
