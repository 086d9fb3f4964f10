package dev.lastseat.http.live;

import dev.lastseat.domain.port.StoreUnavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up what is listened to, each thing once a round, however many listen to it, and makes a
 * message of it once for all of them. For the one thread that goes round only.
 *
 * @param <K> names what is listened to
 * @param <T> what is found there
 */
public final class SharedLookups<K, T> {
  private static final Logger log = LoggerFactory.getLogger(SharedLookups.class);

  private final Function<K, Optional<T>> find;
  private final Function<T, Object> state;
  private final Function<T, Message> message;
  private final Map<K, Optional<Lookup<T>>> lookups = new HashMap<>();
  private final Lookup<T> gone = new Lookup<>(Optional.empty(), "", Message.last("gone", Map.of()));
  private long round;
  private boolean away;

  /**
   * @param state what is worth a message when it changes
   */
  public SharedLookups(
      Function<K, Optional<T>> find, Function<T, Object> state, Function<T, Message> message) {
    this.find = find;
    this.state = state;
    this.message = message;
  }

  private record Lookup<T>(Optional<T> found, Object state, Message message) {}

  /** How it is told. */
  public Message message(T found) {
    return message.apply(found);
  }

  /**
   * Tells of it whenever it has another state than that which was told last.
   *
   * @param shown whether the viewer may see it; else it is gone
   */
  public Source after(K key, T told, Predicate<T> shown) {
    return new Watch(key, state.apply(told), shown);
  }

  private final class Watch implements Source {
    private final K key;
    private final Predicate<T> shown;
    private Object told;

    private Watch(K key, Object told, Predicate<T> shown) {
      this.key = key;
      this.shown = shown;
      this.told = told;
    }

    @Override
    public Optional<Message> next(long round) {
      Optional<Lookup<T>> news =
          at(key, round)
              .map(lookup -> lookup.found().filter(shown).isPresent() ? lookup : gone)
              .filter(lookup -> !lookup.state().equals(told));
      news.ifPresent(lookup -> told = lookup.state());
      return news.map(Lookup::message);
    }
  }

  /** Empty while the store is away, which is waited for once a round. */
  private Optional<Lookup<T>> at(K key, long number) {
    if (number != round) {
      round = number;
      lookups.clear();
      away = false;
    }
    return lookups.computeIfAbsent(key, it -> away ? Optional.empty() : lookUp(it));
  }

  private Optional<Lookup<T>> lookUp(K key) {
    try {
      return Optional.of(find.apply(key).map(this::seen).orElse(gone));
    } catch (StoreUnavailable unavailable) {
      log.warn("nothing new for listeners: {}", unavailable.getMessage());
      away = true;
      return Optional.empty();
    }
  }

  private Lookup<T> seen(T found) {
    return new Lookup<>(Optional.of(found), state.apply(found), message.apply(found));
  }
}
