package dev.lastseat.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class logs while a test looks at it, which nobody else sees meanwhile. */
public final class LogOf implements AutoCloseable {
  private final ListAppender<ILoggingEvent> entries = new ListAppender<>();
  private final Logger logger;

  public LogOf(Class<?> type) {
    logger = (Logger) LoggerFactory.getLogger(type);
    logger.setAdditive(false);
    logger.setLevel(Level.TRACE);
    logger.addAppender(entries);
    entries.start();
  }

  /** Level and message of each entry. */
  public List<String> lines() {
    return List.copyOf(entries.list).stream()
        .map(entry -> entry.getLevel() + " " + entry.getFormattedMessage())
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(entries);
    logger.setLevel(null);
    logger.setAdditive(true);
  }
}
