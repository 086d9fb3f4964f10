package dev.lastseat.application.contract;

import dev.lastseat.domain.port.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A process that ends when it is about to write once more than it may. */
class MortalProcess {
  private final Set<String> writes;
  private int writesLeft;

  /** {@code writes} are the names of the methods of ports that write. */
  MortalProcess(Set<String> writes, int writesLeft) {
    this.writes = writes;
    this.writesLeft = writesLeft;
  }

  /** The port, as long as the process lives. */
  final <P> P mortal(Class<P> type, P port) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              count(writes.contains(method.getName()));
              return call(port, method, arguments);
            }));
  }

  final synchronized void count(boolean write) {
    if (writesLeft < 0 || (write && --writesLeft < 0)) {
      throw new StoreUnavailable("the end");
    }
  }

  Object call(Object port, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
