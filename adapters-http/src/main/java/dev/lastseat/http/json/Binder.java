package dev.lastseat.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request record of a JSON object, component by component, so that every field that is
 * unknown or of a wrong type is named at once. A component is a {@link Scalars scalar}, or a list
 * of records whose fields are named like {@code items[1].quantity}. One that is absent or null in
 * the JSON is null; constraints say which may be.
 */
final class Binder {
  /** More items than any list takes, which says so itself; those beyond are not looked at. */
  private static final int MAX_ITEMS = 100;

  private Binder() {}

  static <R extends Record> R bind(ObjectNode json, Class<R> type, FieldErrors errors) {
    return bind(json, type, "", errors);
  }

  /** {@code path} is what comes before the names of the fields. */
  private static <R extends Record> R bind(
      ObjectNode json, Class<R> type, String path, FieldErrors errors) {
    RecordComponent[] components = type.getRecordComponents();
    Set<String> known =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        errors.add(path + name, "is not known here");
      }
    }
    @Nullable Object[] values =
        Arrays.stream(components)
            .map(it -> value(json.get(it.getName()), it, path + it.getName(), errors))
            .toArray();
    return construct(type, components, values);
  }

  private static @Nullable Object value(
      @Nullable JsonNode node, RecordComponent component, String path, FieldErrors errors) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (component.getGenericType() instanceof ParameterizedType list) {
      return items(node, recordType(list.getActualTypeArguments()[0]), path, errors);
    }
    Object value = Scalars.convert(node, component.getType());
    if (value == null) {
      errors.add(path, "must be " + Scalars.expected(component.getType()));
    }
    return value;
  }

  private static @Nullable List<@Nullable Record> items(
      JsonNode node, Class<? extends Record> type, String path, FieldErrors errors) {
    if (!node.isArray()) {
      errors.add(path, "must be an array");
      return null;
    }
    List<@Nullable Record> items = new ArrayList<>();
    while (items.size() < Math.min(node.size(), MAX_ITEMS)) {
      int index = items.size();
      items.add(item(node.get(index), type, "%s[%d]".formatted(path, index), errors));
    }
    return items;
  }

  private static @Nullable Record item(
      JsonNode node, Class<? extends Record> type, String path, FieldErrors errors) {
    if (node instanceof ObjectNode object) {
      return bind(object, type, path + ".", errors);
    }
    errors.add(path, "must be an object");
    return null;
  }

  private static Class<? extends Record> recordType(Type type) {
    return ((Class<?>) type).asSubclass(Record.class);
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
