package dev.lastseat.http.filter;

import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.RequestContext;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The envelope and the headers for requests that are too broken, or come too late, to reach a
 * route.
 */
public final class EarlyErrors extends ErrorHandler {
  private final CommonHeaders headers;
  private final ClientAddresses clients;
  private final RequestContext.Ids ids;
  private final RateLimits limits;
  private final RequestWatch watch;

  public EarlyErrors(
      CommonHeaders headers,
      ClientAddresses clients,
      RequestContext.Ids ids,
      RateLimits limits,
      RequestWatch watch) {
    this.headers = headers;
    this.clients = clients;
    this.ids = ids;
    this.limits = limits;
    this.watch = watch;
  }

  /** Whatever the method, there is a body to explain. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String requestId = ids.of(request.getHeaders().get(RequestContext.Ids.HEADER));
    Problem problem = Problems.early(code, String.valueOf(message), cause, requestId);
    HttpFields.Mutable fields = response.getHeaders();
    response.setStatus(problem.status());
    headers.write(requestId, request.getHeaders().get(HttpHeader.ORIGIN), fields::put);
    limits.tell(clients.of(request), fields::put);
    problem.headers().forEach(fields::put);
    fields.put(HttpHeader.CONTENT_TYPE, "application/json");
    RequestLog.writeEarly(requestId, request.getMethod(), problem.status());
    watch.early(request, problem.status());
    Content.Sink.write(response, true, problem.body(), callback);
  }
}
