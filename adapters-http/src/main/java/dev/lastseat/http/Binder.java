package dev.lastseat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request record of a JSON object, component by component, so that every field that is
 * unknown or of a wrong type is named at once. A component that is absent or null in the JSON is
 * null; constraints say which may be.
 */
final class Binder {
  private static final int MAX_DIGITS = 15;
  private static final int MAX_DECIMALS = 10;
  private static final long MAX_WRITTEN = 100;

  private Binder() {}

  static <R extends Record> R bind(ObjectNode json, Class<R> type, FieldErrors errors) {
    RecordComponent[] components = type.getRecordComponents();
    Set<String> known =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        errors.add(name, "is not known here");
      }
    }
    @Nullable Object[] values =
        Arrays.stream(components).map(component -> value(json, component, errors)).toArray();
    return construct(type, components, values);
  }

  private static @Nullable Object value(
      ObjectNode json, RecordComponent component, FieldErrors errors) {
    JsonNode node = json.get(component.getName());
    if (node == null || node.isNull()) {
      return null;
    }
    Object value = convert(node, component.getType());
    if (value == null) {
      errors.add(component.getName(), "must be " + expected(component.getType()));
    }
    return value;
  }

  /** Null where the node is of another type. */
  private static @Nullable Object convert(JsonNode node, Class<?> type) {
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

  private static String expected(Class<?> type) {
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

  private static <R extends Record> R construct(
      Class<R> type, RecordComponent[] components, @Nullable Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException mistake) {
      throw new IllegalStateException(mistake);
    }
  }
}
