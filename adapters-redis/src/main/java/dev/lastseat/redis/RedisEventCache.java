package dev.lastseat.redis;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.EventCache;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Events that all instances remember, with {@link NearEvents} in front. An event that was changed
 * while Redis was away is forgotten there as soon as it is back; until then another instance may be
 * told the old one, for {@link #MAX_STALENESS} at most.
 */
final class RedisEventCache implements EventCache {
  private static final String FIELD = "event";

  /**
   * ARGV: now. Answers the number of the change. Numbers go up even when Redis has lost the last
   * one, for they are no lower than the time.
   */
  private static final Script ANNOUNCE =
      Script.of(
          """
          local last = tonumber(redis.call('GET', KEYS[1]) or 0)
          local number = string.format('%.0f', math.max(last + 1, tonumber(ARGV[1])))
          redis.call('SET', KEYS[1], number)
          return number
          """);

  private final Store store;
  private final LeasedCache events;
  private final NearEvents near;
  private final EventCache fallback;

  RedisEventCache(Store store, EventCache fallback) {
    this.store = store;
    this.events = new LeasedCache(store, SHARED_COPY);
    this.near = new NearEvents(store.redis().news(), store.clock());
    this.fallback = fallback;
  }

  @Override
  public Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read) {
    Optional<Event> copy = store.redis().isAway() ? Optional.empty() : near.find(id);
    return copy.isPresent() ? copy : fetch(id, read);
  }

  private Optional<Event> fetch(EventId id, Function<EventId, Optional<Event>> read) {
    long heard = store.redis().news().heard();
    String key = store.keys().event(id);
    Optional<LeasedCache.Found> found = events.find(key, FIELD);
    if (found.isEmpty()) {
      return fallback.get(id, read);
    }
    Optional<Event> event =
        switch (found.get()) {
          case LeasedCache.Found.Kept(String text) ->
              EventTexts.read(text).or(() -> read.apply(id));
          case LeasedCache.Found.Gap gap -> fill(key, gap, read.apply(id));
        };
    event.ifPresent(known -> near.keep(known, heard));
    return event;
  }

  private Optional<Event> fill(String key, LeasedCache.Found.Gap gap, Optional<Event> read) {
    read.ifPresent(event -> events.keep(key, FIELD, gap, EventTexts.write(event)));
    return read;
  }

  @Override
  public Optional<Event> refresh(EventId id, Function<EventId, Optional<Event>> read) {
    long heard = store.redis().news().heard();
    Optional<Event> event = fallback.refresh(id, read);
    event.ifPresentOrElse(known -> near.keep(known, heard), () -> forget(id));
    return event;
  }

  @Override
  public void forget(EventId id) {
    fallback.forget(id);
    store.redis().news().changedHere();
    String key = store.keys().event(id);
    store
        .backlog()
        .now(
            new Errand(
                key, LeasedCache.forget(key), true, _ -> store.backlog().soon(announcement(key))));
    store.backlog().settle(List.of(key));
  }

  /**
   * Goes out once Redis has said that the event is forgotten, so that whoever hears of it finds it
   * gone: in one trip with that, and after a Redis that lost a script, it could come first.
   */
  private Errand announcement(String subject) {
    EventNews news = store.redis().news();
    Command announce = ANNOUNCE.with(List.of(news.key()), store.clock().millis());
    return new Errand(subject, announce, true, reply -> news.hear(Replies.text(reply)));
  }
}
