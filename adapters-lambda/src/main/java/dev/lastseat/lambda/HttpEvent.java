package dev.lastseat.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.http.local.Header;
import dev.lastseat.http.local.LocalRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An HTTP request of API Gateway (HTTP API) or of a function URL, in payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
final class HttpEvent {
  /** What cannot stand in a path or query as it is (RFC 3986, section 3.3). */
  private static final String ENCODED = "\"<>\\^`{|}#";

  private static final String FORWARDED = "x-forwarded-for";

  private final JsonNode event;
  private final JsonNode request;

  private HttpEvent(JsonNode event) {
    this.event = event;
    this.request = event.at("/requestContext/http");
  }

  static boolean is(JsonNode event) {
    return event.path("version").asText().equals("2.0")
        && event.at("/requestContext/http").isObject();
  }

  /**
   * The request in it.
   *
   * @throws UnknownEvent when one of its values is none
   */
  static LocalRequest read(JsonNode event) {
    try {
      return new HttpEvent(event).toRequest();
    } catch (IllegalArgumentException bad) {
      throw new UnknownEvent("The HTTP event cannot be read: " + bad.getMessage(), bad);
    }
  }

  private LocalRequest toRequest() {
    String query = event.path("rawQueryString").asText();
    return new LocalRequest(
        request.path("method").asText(),
        encoded(path(), "?") + (query.isEmpty() ? "" : "?" + encoded(query, "")),
        headers(),
        body(),
        InetAddress.ofLiteral(sender()));
  }

  private String sender() {
    return request.path("sourceIp").asText();
  }

  /** A stage that has a name comes before the path where the API has no domain of its own. */
  private String path() {
    String path = event.path("rawPath").asText();
    String stage = "/" + event.at("/requestContext/stage").asText();
    return path.startsWith(stage + "/") ? path.substring(stage.length()) : path;
  }

  /** HTTP APIs decode the path, function URLs do not: what is encoded already stays as it is. */
  private static String encoded(String text, String alsoEncoded) {
    StringBuilder encoded = new StringBuilder(text.length());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean plain = c > ' ' && c < 0x7f && ENCODED.indexOf(c) < 0 && alsoEncoded.indexOf(c) < 0;
      if (plain && (c != '%' || isEscape(bytes, i))) {
        encoded.append(c);
      } else {
        encoded.append("%%%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }

  private static boolean isEscape(byte[] bytes, int percent) {
    return percent + 2 < bytes.length
        && Character.digit(bytes[percent + 1], 16) >= 0
        && Character.digit(bytes[percent + 2], 16) >= 0;
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    event
        .path("headers")
        .properties()
        .forEach(header -> headers.add(new Header(header.getKey(), header.getValue().asText())));
    headers.replaceAll(
        header -> header.name().equalsIgnoreCase(FORWARDED) ? withoutSender(header) : header);
    headers.removeIf(header -> header.value().isEmpty());
    if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("host"))) {
      headers.add(new Header("Host", event.at("/requestContext/domainName").asText("localhost")));
    }
    if (!event.path("cookies").isEmpty()) {
      headers.add(new Header("Cookie", cookies()));
    }
    return headers;
  }

  /**
   * The gateway is no proxy but where requests begin: the sender that it wrote behind what came is
   * known already.
   */
  private Header withoutSender(Header forwarded) {
    List<String> hops = new ArrayList<>(List.of(forwarded.value().split(" *, *")));
    if (hops.getLast().equals(sender())) {
      hops.removeLast();
    }
    return new Header(forwarded.name(), String.join(", ", hops));
  }

  private String cookies() {
    return StreamSupport.stream(event.path("cookies").spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining("; "));
  }

  private byte[] body() {
    String body = event.path("body").asText("");
    return event.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
