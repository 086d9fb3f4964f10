package dev.lastseat.bootstrap.hostile;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The errors that anybody in this process logs while it is open. */
final class ErrorLog implements AutoCloseable {
  private final ListAppender<ILoggingEvent> entries = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  ErrorLog() {
    root.addAppender(entries);
    entries.start();
  }

  List<String> lines() {
    return List.copyOf(entries.list).stream()
        .filter(entry -> entry.getLevel().isGreaterOrEqual(Level.ERROR))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Override
  public void close() {
    root.detachAppender(entries);
  }
}
