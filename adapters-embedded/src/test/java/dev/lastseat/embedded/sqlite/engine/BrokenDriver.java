package dev.lastseat.embedded.sqlite.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;

/**
 * A connection that neither prepares a statement nor closes: an Error of the JVM comes in between.
 */
record BrokenDriver(Connection sound) {
  Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            BrokenDriver.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (List.of("prepareStatement", "close").contains(method.getName())) {
                throw new StackOverflowError("deep");
              }
              try {
                return method.invoke(sound, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
