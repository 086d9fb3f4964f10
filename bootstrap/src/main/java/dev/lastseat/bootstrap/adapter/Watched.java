package dev.lastseat.bootstrap.adapter;

import dev.lastseat.application.port.Observer;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.cache.PlaceHints;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ports that somebody watches: every call of theirs is a {@link Observer#call}, by the names of the
 * port and the method. Where a cache has to ask somebody else for what it does not know, that is a
 * call too, named {@value #MISS}.
 */
record Watched(Observer observer) {
  private static final String GET = "get";
  private static final String MISS = "miss";

  /** All but the limits, which are asked once a request and answer from memory. */
  Caches caches(Caches it) {
    return new Caches(
        port(EventCache.class, it.events()),
        port(FirstPages.class, it.firstPages()),
        port(AvailabilityCache.class, it.availability()),
        port(PlaceHints.class, it.hints()),
        port(RememberedResponses.class, it.responses()),
        it.limiter(),
        it.goodLogIns(),
        it.health(),
        it.close());
  }

  /** The port itself where nobody watches. */
  <P> P port(Class<P> type, P port) {
    if (observer.equals(Observer.NOBODY)) {
      return port;
    }
    String name = snakeCase(type.getSimpleName());
    Map<Method, String> operations =
        Arrays.stream(type.getMethods())
            .collect(Collectors.toMap(one -> one, one -> snakeCase(one.getName())));
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              String operation = operations.get(method);
              if (operation == null) {
                return invoke(port, method, arguments); // toString and the like
              }
              if (operation.equals(GET)) {
                watchMisses(name, arguments);
              }
              return observer.call(name, operation, () -> invoke(port, method, arguments));
            }));
  }

  /** What a cache asks when it does not know is its last argument. */
  private void watchMisses(String port, Object[] arguments) {
    int last = arguments.length - 1;
    arguments[last] =
        switch (arguments[last]) {
          case Function<?, ?> read -> watched(port, read);
          case Supplier<?> read -> (Supplier<?>) () -> observer.call(port, MISS, read);
          case Object other -> other;
        };
  }

  private <T, R> Function<T, R> watched(String port, Function<T, R> read) {
    return asked -> observer.call(port, MISS, () -> read.apply(asked));
  }

  private static @Nullable Object invoke(
      Object port, Method method, Object @Nullable [] arguments) {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException failed) {
      switch (failed.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(failed); // ports declare none
      }
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
