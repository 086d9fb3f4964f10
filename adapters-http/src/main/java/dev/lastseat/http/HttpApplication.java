package dev.lastseat.http;

import dev.lastseat.http.filter.ClientAddresses;
import dev.lastseat.http.filter.CommonHeaders;
import dev.lastseat.http.filter.EarlyErrors;
import dev.lastseat.http.filter.Problems;
import dev.lastseat.http.filter.RateLimits;
import dev.lastseat.http.filter.RequestFilter;
import dev.lastseat.http.filter.RequestLog;
import dev.lastseat.http.filter.RequestWatch;
import dev.lastseat.http.filter.SecurityLog;
import dev.lastseat.http.filter.Senders;
import dev.lastseat.http.live.Listeners;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Route;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.RequestLogger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** All routes with what comes before and after them: a virtual thread for each request. */
final class HttpApplication {
  private static final Duration STOP = Duration.ofSeconds(10);

  private static final int COMPRESSED_FROM = 1024;

  /** Javalin copies each body through a new buffer, of 32 KiB unless told otherwise. */
  private static final int COPIED_AT_ONCE = 2 * 1024;

  /** The longest page of a list takes 0.1 ms so, of which a virtual thread keeps its carrier. */
  private static final int GZIP_LEVEL = 1;

  /**
   * The host of an absolute request target counts, and not the header (RFC 9112, 3.2.2). A line
   * that ends without CR may be understood so or not (section 2.2), and whoever stands in front may
   * do the other.
   */
  private static final HttpCompliance COMPLIANCE =
      HttpCompliance.RFC9110
          .with("absolute-form", HttpCompliance.Violation.MISMATCHED_AUTHORITY)
          .without("whole-line-ends", HttpCompliance.Violation.LF_HEADER_TERMINATION);

  private HttpApplication() {}

  /** By whatever it is that requests come in. */
  static Javalin create(
      HttpSettings settings,
      UseCases useCases,
      HttpPorts ports,
      Clock clock,
      RandomGenerator random,
      BiFunction<Server, HttpConfiguration, Connector> connector) {
    RateLimits limits =
        new RateLimits(ports.rateLimiter(), ports.goodLogIns(), settings.requests().limits());
    RequestContext.Ids ids = new RequestContext.Ids(clock, random);
    ClientAddresses clients = new ClientAddresses(settings.requests().clients());
    CommonHeaders headers = new CommonHeaders(settings.requests());
    Senders senders = new Senders(ports.accessTokens(), ports.apiKeys());
    RequestFilter filter = new RequestFilter(headers, senders, limits, ids, clients);
    RequestWatch watch = new RequestWatch(ports.observer());
    Listeners listeners =
        new Listeners(
            settings.listeners(),
            settings.requests().limits().window(),
            senders::proven,
            clock,
            random);
    List<Route> routes =
        Routes.all(useCases, ports, limits, listeners, settings.availabilityTtl(), clock);
    return Javalin.create(
        config -> {
          configure(config, new EarlyErrors(headers, clients, ids, limits, watch));
          watch(config, watch, new SecurityLog(routes), listeners);
          config.events.serverStarting(() -> listeners.start(ports.observer()));
          config.events.serverStopping(listeners::close);
          config.jetty.addConnector(connector);
          route(config, filter, routes);
        });
  }

  private static void configure(JavalinConfig config, EarlyErrors earlyErrors) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "application/json";
    config.http.maxRequestSize = RequestBodies.MAX_BODY;
    config.http.compressionStrategy = gzip();
    config.http.responseBufferSize = COPIED_AT_ONCE;
    config.jetty.modifyServer(server -> stopGracefully(server, earlyErrors));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.addCustomizer(new IgnoredHeaders());
          http.setHttpCompliance(COMPLIANCE);
          http.setUriCompliance(decodable(http.getUriCompliance()));
          // Or each connection keeps 96 KiB for headers that may come again.
          http.setHeaderCacheSize(0);
        });
    config.router.javaLangErrorHandler(Problems::respond);
  }

  /** What happens before and after anything else. */
  private static void watch(
      JavalinConfig config, RequestWatch watch, SecurityLog security, Listeners listeners) {
    RequestLogger answered =
        (context, millis) -> {
          RequestLog.write(context, millis);
          security.write(context);
          watch.ends(context);
        };
    config.routes.before(watch::begins);
    config.requestLogger.http(answered);
    listeners.begun(answered);
  }

  private static void route(JavalinConfig config, RequestFilter filter, List<Route> routes) {
    config.routes.before(filter::apply);
    config.routes.exception(Exception.class, Problems::respond);
    // Javalin has an answer of its own to these, which the one above does not replace.
    config.routes.exception(HttpResponseException.class, Problems::respond);
    routes.forEach(route -> serve(config, route));
    DocsRoutes.register(config.routes);
    DoorPage.register(config.routes);
  }

  private static void serve(JavalinConfig config, Route route) {
    config.routes.addHttpHandler(route.method(), route.path(), route.guarded());
    if (route.method().equals(HandlerType.GET)) {
      config.routes.addHttpHandler(HandlerType.HEAD, route.path(), route.guarded());
    }
  }

  /** What is odd in a path names nothing, but what nobody can decode is no path. */
  private static UriCompliance decodable(UriCompliance compliance) {
    return compliance.without(
        "decodable", UriCompliance.Violation.UTF16_ENCODINGS, UriCompliance.Violation.USER_INFO);
  }

  private static CompressionStrategy gzip() {
    CompressionStrategy strategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    strategy.setDefaultMinSizeForCompression(COMPRESSED_FROM);
    return strategy;
  }

  private static void stopGracefully(Server server, EarlyErrors earlyErrors) {
    server.setStopTimeout(STOP.toMillis());
    server.setErrorHandler(earlyErrors);
    server.insertHandler(new GracefulHandler());
  }
}
