package dev.lastseat.application.port;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the program at work, from the outside, and changes nothing: what is watched is done once,
 * and its result and its failure are passed on. What is not of interest is passed by.
 */
public interface Observer {
  /** Nobody looks. */
  Observer NOBODY = new Observer() {};

  /**
   * A request begins, on the thread that it ends on too.
   *
   * @param header the value of a header of the request
   */
  default Request request(String method, Function<String, @Nullable String> header) {
    return (_, _, _) -> {};
  }

  /**
   * Somebody calls a port.
   *
   * @param port its name, such as {@code bookings}
   * @param operation what of it, such as {@code record}
   */
  default <T extends @Nullable Object> T call(String port, String operation, Supplier<T> call) {
    return call.get();
  }

  /**
   * An engine does the work of several at once.
   *
   * @param size how many they are
   * @param since the {@link #moment} since which the first of them has waited
   */
  default <T extends @Nullable Object> T together(
      String engine, int size, long since, Supplier<T> work) {
    return work.get();
  }

  /** Now, in nanoseconds from any origin. */
  default long moment() {
    return 0;
  }

  /**
   * Something that can be counted at any time.
   *
   * @param name words with dots between them, such as {@code redis.away}
   */
  default void figure(String name, IntSupplier count) {
    figure(name, Map.of(), count);
  }

  /** The same, of which there are several, told apart by labels. */
  default void figure(String name, Map<String, String> labels, IntSupplier count) {}

  /** Something that happens now and then: whoever sees it happen runs what is returned. */
  default Runnable counter(String name, Map<String, String> labels) {
    return () -> {};
  }

  /** A request that is under way. */
  interface Request {
    /**
     * It was answered.
     *
     * @param route the pattern of the path, or a word for those that match none
     * @param outcome what came of it, in a word of which there are few
     */
    void answered(String route, int status, String outcome);
  }
}
