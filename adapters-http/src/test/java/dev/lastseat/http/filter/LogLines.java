package dev.lastseat.http.filter;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Lines of a log, which come after the answers to the requests that they tell of. */
final class LogLines extends AppenderBase<ILoggingEvent> {
  private final BlockingQueue<ILoggingEvent> written = new LinkedBlockingQueue<>();

  @Override
  protected void append(ILoggingEvent line) {
    written.add(line);
  }

  ILoggingEvent next() {
    try {
      return requireNonNull(written.poll(30, TimeUnit.SECONDS), "no line was written");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  static Map<String, Object> fields(ILoggingEvent line) {
    return line.getKeyValuePairs().stream()
        .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
  }
}
