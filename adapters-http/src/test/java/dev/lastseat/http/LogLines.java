package dev.lastseat.http;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What one logger says while a test looks at it. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final BlockingQueue<ILoggingEvent> written = new LinkedBlockingQueue<>();
  private final Logger logger;

  public LogLines(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    start();
    logger.addAppender(this);
  }

  public LogLines(Class<?> type) {
    this(type.getName());
  }

  @Override
  protected void append(ILoggingEvent line) {
    written.add(line);
  }

  /** The next line, which comes after the answer to the request that it tells of. */
  public ILoggingEvent next() {
    try {
      return requireNonNull(written.poll(30, TimeUnit.SECONDS), "no line was written");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Those that were not taken yet. */
  public List<ILoggingEvent> left() {
    return List.copyOf(written);
  }

  public List<String> messages() {
    return left().stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  public static Map<String, Object> fields(ILoggingEvent line) {
    return line.getKeyValuePairs().stream()
        .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
  }

  @Override
  public void close() {
    logger.detachAppender(this);
  }
}
