package dev.lastseat.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes texts, numbers, truth values and times of JSON, and nothing that could do harm. */
final class Scalars {
  private static final int MAX_DIGITS = 15;
  private static final int MAX_DECIMALS = 10;
  private static final long MAX_WRITTEN = 100;

  private Scalars() {}

  /** Null where the node is of another type. */
  static @Nullable Object convert(JsonNode node, Class<?> type) {
    if (type == String.class) {
      return node.isTextual() ? text(node.textValue()) : null;
    } else if (type == Integer.class) {
      return integer(node);
    } else if (type == Boolean.class) {
      return node.isBoolean() ? node.booleanValue() : null;
    } else if (type == BigDecimal.class) {
      return node.isNumber() ? decimal(node.decimalValue()) : null;
    } else if (type == Instant.class) {
      return node.isTextual() ? instant(node.textValue()) : null;
    }
    throw new IllegalArgumentException("no JSON is made into " + type);
  }

  /** Completes the sentence "must be …". */
  static String expected(Class<?> type) {
    if (type == String.class) {
      return "a string of whole characters";
    } else if (type == Integer.class) {
      return "a whole number of at most 32 bits";
    } else if (type == Boolean.class) {
      return "true or false";
    } else if (type == BigDecimal.class) {
      return "a number of at most 15 digits before the point and 10 behind it";
    }
    return Times.EXPECTED;
  }

  /** JSON can name half a character, which no store could keep. */
  private static @Nullable String text(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : null;
  }

  /** JSON can name numbers that take a computer forever to write out. */
  private static @Nullable BigDecimal decimal(BigDecimal number) {
    boolean writable = Math.abs((long) number.scale()) <= MAX_WRITTEN;
    return writable && isUsual(number.stripTrailingZeros()) ? number : null;
  }

  private static boolean isUsual(BigDecimal number) {
    return number.scale() <= MAX_DECIMALS && number.precision() - number.scale() <= MAX_DIGITS;
  }

  private static @Nullable Integer integer(JsonNode node) {
    boolean whole = node.isIntegralNumber() && node.canConvertToInt();
    return whole ? node.intValue() : null;
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Times.parse(text);
    } catch (DateTimeException other) {
      return null;
    }
  }
}
