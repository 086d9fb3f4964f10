package dev.lastseat.lambda;

import dev.lastseat.http.local.Header;
import dev.lastseat.http.local.LocalRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.crac.Context;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The program, kept from one invocation to the next. A snapshot of it (SnapStart) is restored any
 * number of times, so it is ended before: whatever it has of connections, random numbers and the
 * time is made anew by the first invocation after, and only loaded classes stay.
 */
final class Instance implements Resource {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Loads most of what any request needs. */
  private static final LocalRequest WARM_UP =
      new LocalRequest(
          "GET",
          "/api/v1/events?limit=1",
          List.of(new Header("Host", "localhost")),
          new byte[0],
          InetAddress.ofLiteral("127.0.0.1"));

  private final LambdaProgram program;
  private final ReentrantLock lock = new ReentrantLock();
  private LambdaProgram.@Nullable Running running;

  Instance(LambdaProgram program) {
    this.program = program;
  }

  LambdaProgram.Running running() {
    lock.lock();
    try {
      if (running == null) {
        running = program.start();
      }
      return running;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try (LambdaProgram.Running ended = running()) {
      ended.answer(WARM_UP, PATIENCE);
      running = null;
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // The first invocation starts it.
  }
}
