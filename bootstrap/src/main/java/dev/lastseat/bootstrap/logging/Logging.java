package dev.lastseat.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.lastseat.bootstrap.settings.Settings;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Sets the log up: everything goes to standard output, libraries say warnings and errors only. */
public final class Logging {
  /** They warn of whatever anybody says in the place of a host, word for word. */
  private static final List<String> HEARSAY =
      List.of("org.eclipse.jetty.http", "org.eclipse.jetty.util.HostPort");

  private Logging() {}

  public static void configure(Settings.Log settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout(context, settings.format()));
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(console);
    root.setLevel(Level.WARN);
    HEARSAY.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
    context.getLogger("dev.lastseat").setLevel(Level.toLevel(settings.level().name()));
    context.getLogger("dev.lastseat.security").setLevel(Level.INFO);
  }

  private static Layout<ILoggingEvent> layout(LoggerContext context, Settings.Log.Format format) {
    Layout<ILoggingEvent> layout =
        switch (format) {
          case JSON -> new JsonLines();
          case TEXT -> text();
        };
    layout.setContext(context);
    layout.start();
    return layout;
  }

  private static PatternLayout text() {
    PatternLayout layout = new PatternLayout();
    layout.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg %kvp %mdc%n");
    return layout;
  }
}
