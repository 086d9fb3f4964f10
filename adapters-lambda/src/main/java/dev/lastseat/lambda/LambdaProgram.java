package dev.lastseat.lambda;

import dev.lastseat.http.local.LocalRequest;
import dev.lastseat.http.local.LocalResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The program behind the handler. Lambda makes the handler, so the handler finds the program: as a
 * service (see {@link java.util.ServiceLoader}).
 */
public interface LambdaProgram {
  /**
   * Starts it, on connections of its own.
   *
   * @throws RuntimeException with a sentence that says why it cannot start
   */
  Running start();

  /** One start of the program. */
  interface Running extends AutoCloseable {
    /** The whole answer; nothing if it does not come in time, or is cut short. */
    Optional<LocalResponse> answer(LocalRequest request, Duration patience);

    /**
     * Does once what the program elsewhere does every second.
     *
     * @throws RuntimeException when any part of it failed; the other parts are done
     */
    void sweep();

    @Override
    void close();
  }
}
