package dev.lastseat.http.live;

import dev.lastseat.domain.port.StoreUnavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what is listened to, each thing once a round, however many listen to it. For the one
 * thread that goes round only.
 *
 * @param <K> names what is listened to
 * @param <L> how it was found
 */
public final class Looks<K, L> {
  private static final Logger log = LoggerFactory.getLogger(Looks.class);

  private final Function<K, L> find;
  private final Map<K, Optional<L>> looks = new HashMap<>();
  private long round;
  private boolean away;

  public Looks(Function<K, L> find) {
    this.find = find;
  }

  /**
   * Something as one viewer sees it.
   *
   * @param state what is worth a message when it changes
   * @param message tells of it; the same one for all who see the same
   */
  public record View(Object state, Message message) {}

  /** Tells of it whenever the viewer sees it in another state than that which was told last. */
  public Source after(K key, Object told, Function<L, View> view) {
    return new Watch(key, told, view);
  }

  private final class Watch implements Source {
    private final K key;
    private final Function<L, View> view;
    private Object told;

    private Watch(K key, Object told, Function<L, View> view) {
      this.key = key;
      this.view = view;
      this.told = told;
    }

    @Override
    public Optional<Message> next(long round) {
      Optional<View> news = at(key, round).map(view).filter(it -> !it.state().equals(told));
      news.ifPresent(it -> told = it.state());
      return news.map(View::message);
    }
  }

  /** Empty while the store is away, which is waited for once a round. */
  private Optional<L> at(K key, long number) {
    if (number != round) {
      round = number;
      looks.clear();
      away = false;
    }
    return looks.computeIfAbsent(key, it -> away ? Optional.empty() : look(it));
  }

  private Optional<L> look(K key) {
    try {
      return Optional.of(find.apply(key));
    } catch (StoreUnavailable unavailable) {
      log.warn("nothing new for listeners: {}", unavailable.getMessage());
      away = true;
      return Optional.empty();
    }
  }
}
