package dev.lastseat.graphql.request;

import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Spelled;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the arguments of a field, whose types the schema has seen to. */
public record Arguments(Map<String, Object> values) {
  private static final String KEY = "idempotencyKey";
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Absent, or null, which are the same here. */
  @SuppressWarnings("unchecked")
  public <T> Optional<T> optional(String name) {
    return Optional.ofNullable((T) values.get(name));
  }

  /** One that the schema requires, or gives a value to. */
  public <T> T required(String name, Class<T> type) {
    return Objects.requireNonNull(type.cast(values.get(name)));
  }

  /** What the domain refuses is told by the name of the argument. */
  public <T> Optional<T> made(String name, Function<String, T> make) {
    return this.<String>optional(name).map(text -> made(name, text, make));
  }

  public <T> T requiredMade(String name, Function<String, T> make) {
    return made(name, required(name, String.class), make);
  }

  private static <T> T made(String name, String text, Function<String, T> make) {
    try {
      return make.apply(text);
    } catch (InvalidValue invalid) {
      throw GraphqlProblem.invalid(name, invalid.requirement());
    }
  }

  /** The client's name for the request: a UUID, as the HTTP contract has it in a header. */
  public Optional<IdempotencyKey> key() {
    return this.<String>optional(KEY).map(Arguments::key);
  }

  private static IdempotencyKey key(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw GraphqlProblem.invalid(KEY, "must be a UUID");
    }
    return new IdempotencyKey(UUID.fromString(text));
  }

  /** A constant by the word it is known by outside, which is one of those of the schema. */
  public <E extends Enum<E> & Spelled> Optional<E> constant(String name, Class<E> type) {
    return this.<String>optional(name)
        .flatMap(
            word ->
                Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.word().equals(word))
                    .findFirst());
  }

  /** Several of them; none means all. */
  public <E extends Enum<E> & Spelled> Set<E> constants(String name, Class<E> type) {
    Collection<String> wanted = this.<Collection<String>>optional(name).orElse(List.of());
    Set<E> chosen = EnumSet.allOf(type);
    chosen.removeIf(each -> !wanted.isEmpty() && !wanted.contains(each.word()));
    return chosen;
  }
}
