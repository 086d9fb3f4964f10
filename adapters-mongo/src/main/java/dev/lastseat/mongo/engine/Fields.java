package dev.lastseat.mongo.engine;

import dev.lastseat.domain.port.CorruptDocument;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One stored document. What makes no sense in it is reported with the collection, the id and the
 * field.
 */
public record Fields(String collection, Document document) {
  private static final System.Logger LOG = System.getLogger(Fields.class.getName());

  public <T> T text(String field, Function<String, T> make) {
    return sensible(field, () -> make.apply(present(field, String.class)));
  }

  public String text(String field) {
    return text(field, text -> text);
  }

  /** A constant of an enum, in small letters. */
  public <E extends Enum<E>> E word(String field, Class<E> words) {
    return text(field, word -> Enum.valueOf(words, word.toUpperCase(Locale.ROOT)));
  }

  public Optional<String> optionalText(String field) {
    return sensible(field, () -> optional(field, String.class));
  }

  public <T> T number(String field, LongFunction<T> make) {
    return sensible(field, () -> make.apply(present(field, Number.class).longValue()));
  }

  public long number(String field) {
    return number(field, number -> number);
  }

  public Optional<Long> optionalNumber(String field) {
    return sensible(field, () -> optional(field, Number.class).map(Number::longValue));
  }

  public int integer(String field) {
    return number(field, Math::toIntExact);
  }

  public boolean flag(String field) {
    return sensible(field, () -> present(field, Boolean.class));
  }

  public Instant time(String field) {
    return sensible(field, () -> present(field, Date.class).toInstant());
  }

  public Optional<Instant> optionalTime(String field) {
    return sensible(field, () -> optional(field, Date.class).map(Date::toInstant));
  }

  public <T> T ordinals(String field, Function<List<Integer>, T> make) {
    return sensible(field, () -> make.apply(list(field, Number.class, Number::intValue)));
  }

  public <T> List<T> texts(String field, Function<String, T> make) {
    return sensible(field, () -> list(field, String.class, make));
  }

  private <T, R> List<R> list(String field, Class<T> type, Function<T, R> make) {
    return ((List<?>) present(field, List.class)).stream().map(type::cast).map(make).toList();
  }

  /** What is made of several fields, of which the named one is the likeliest to be wrong. */
  public <T> T sensible(String field, Supplier<T> make) {
    try {
      return make.get();
    } catch (RuntimeException senseless) {
      throw new CorruptDocument(collection, String.valueOf(document.get("_id")), field, senseless);
    }
  }

  private <T> T present(String field, Class<T> type) {
    return optional(field, type).orElseThrow(() -> new IllegalArgumentException("it is missing"));
  }

  private <T> Optional<T> optional(String field, Class<T> type) {
    @Nullable Object stored = document.get(field);
    if (stored == null) {
      return Optional.empty();
    }
    if (!type.isInstance(stored)) {
      throw new IllegalArgumentException("it is a " + stored.getClass().getSimpleName());
    }
    return Optional.of(type.cast(stored));
  }

  /** One document that makes no sense must not hide the others of its list. */
  public static <T> Stream<T> readable(Document document, Function<Document, T> read) {
    try {
      return Stream.of(read.apply(document));
    } catch (CorruptDocument corrupt) {
      LOG.log(Level.ERROR, "left out of a list: " + corrupt.getMessage(), corrupt);
      return Stream.empty();
    }
  }
}
