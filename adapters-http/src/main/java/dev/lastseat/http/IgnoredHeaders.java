package dev.lastseat.http;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes from requests what Javalin would heed and the contract does not know: another method than
 * that of the request line, the method names it uses for filters, and the version of a document
 * that a change is said to have brought about already.
 */
final class IgnoredHeaders implements HttpConfiguration.Customizer {
  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
  private static final Set<String> READS = Set.of("GET", "HEAD");

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields heeded = heeded(request.getMethod(), request.getHeaders());
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

  private static HttpFields heeded(String method, HttpFields given) {
    HttpFields.Mutable heeded = HttpFields.build(given).remove(METHOD_OVERRIDE);
    if (!READS.contains(method)) {
      heeded.remove(HttpHeader.IF_NONE_MATCH);
    }
    // Javalin knows bare names on one line only (RFC 9110, section 12.5.3, has weights and "*").
    heeded.remove(HttpHeader.ACCEPT_ENCODING);
    if (acceptsGzip(given)) {
      heeded.add(new HttpField(HttpHeader.ACCEPT_ENCODING, "gzip"));
    }
    return heeded;
  }

  private static boolean acceptsGzip(HttpFields given) {
    QuotedQualityCSV accepted = new QuotedQualityCSV();
    given.getValuesList(HttpHeader.ACCEPT_ENCODING).forEach(accepted::addValue);
    List<String> names =
        accepted.getValues().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return names.contains("gzip") || (names.contains("*") && !refusesGzip(given));
  }

  /** Whether gzip is named, which counts before "*", without being accepted. */
  private static boolean refusesGzip(HttpFields given) {
    return given.getCSV(HttpHeader.ACCEPT_ENCODING, false).stream()
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("gzip"));
  }

  /** A name of a filter in small letters is a method that nobody knows. */
  private static String method(String method) {
    return HandlerType.findOrDefault(method).isHttpMethod()
        ? method
        : method.toLowerCase(Locale.ROOT);
  }
}
