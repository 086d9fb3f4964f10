package dev.lastseat.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.util.Locale;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object (RFC 8259) a line: time, level, logger, message, then the entry's own keys, those
 * of the request it belongs to, and the stack trace.
 */
final class JsonLines extends LayoutBase<ILoggingEvent> {
  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(256);
    line.append("{\"time\":\"").append(event.getInstant()).append('"');
    text(line, "level", event.getLevel().toString().toLowerCase(Locale.ROOT));
    text(line, "logger", event.getLoggerName());
    text(line, "message", event.getFormattedMessage());
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        value(line, pair.key, pair.value);
      }
    }
    event.getMDCPropertyMap().forEach((key, value) -> text(line, key, value));
    if (event.getThrowableProxy() != null) {
      text(line, "stackTrace", ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    return line.append("}\n").toString();
  }

  private static void value(StringBuilder line, String key, Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      key(line, key).append(value);
    } else {
      text(line, key, String.valueOf(value));
    }
  }

  private static void text(StringBuilder line, String key, String value) {
    key(line, key).append('"');
    escape(line, value);
    line.append('"');
  }

  private static StringBuilder key(StringBuilder line, String key) {
    line.append(",\"");
    escape(line, key);
    return line.append("\":");
  }

  private static void escape(StringBuilder line, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\t' -> line.append("\\t");
        default -> {
          if (c < ' ') {
            line.append("\\u%04x".formatted((int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
  }
}
