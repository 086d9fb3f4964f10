package dev.lastseat.http;

import dev.lastseat.http.request.Accept;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes from requests what Javalin would heed otherwise than the contract says: another method than
 * that of the request line, the method names it uses for filters, and the If-None-Match of a
 * change, by which it would hide that the change was made.
 */
final class IgnoredHeaders implements HttpConfiguration.Customizer {
  private static final Set<String> READS = Set.of("GET", "HEAD");

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields heeded = heeded(request);
    return new Request.Wrapper(request) {
      @Override
      public String getMethod() {
        return method(super.getMethod());
      }

      @Override
      public HttpFields getHeaders() {
        return heeded;
      }
    };
  }

  private static HttpFields heeded(Request request) {
    HttpFields.Mutable heeded =
        HttpFields.build(request.getHeaders()).remove("X-HTTP-Method-Override");
    if (!READS.contains(request.getMethod())) {
      heeded.remove(HttpHeader.IF_NONE_MATCH);
    }
    // Javalin knows bare names on one line only (RFC 9110, section 12.5.3, has weights and "*").
    heeded.remove(HttpHeader.ACCEPT_ENCODING);
    if (Accept.gzip(request)) {
      heeded.add(new HttpField(HttpHeader.ACCEPT_ENCODING, "gzip"));
    }
    return heeded;
  }

  /** A name of a filter in small letters is a method that nobody knows. */
  private static String method(String method) {
    return HandlerType.findOrDefault(method).isHttpMethod()
        ? method
        : method.toLowerCase(Locale.ROOT);
  }
}
