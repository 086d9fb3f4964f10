package dev.lastseat.application.port;

import java.util.function.Function;
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
