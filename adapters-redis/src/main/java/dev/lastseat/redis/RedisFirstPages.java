package dev.lastseat.redis;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.port.FirstPages;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * First pages that all instances remember. Pages of users whose bookings changed while Redis was
 * away are forgotten as soon as it is back; until then another instance may be shown the old ones,
 * for half a minute at most.
 */
final class RedisFirstPages implements FirstPages {
  static final Duration TTL = Duration.ofSeconds(30);

  private final Store store;
  private final LeasedCache pages;
  private final FirstPages fallback;

  RedisFirstPages(Store store, FirstPages fallback) {
    this.store = store;
    this.pages = new LeasedCache(store, TTL);
    this.fallback = fallback;
  }

  @Override
  public Page<Booking> get(UserId user, PageRequest request, Supplier<Page<Booking>> read) {
    String key = store.keys().firstPages(user);
    String field = field(request);
    Optional<LeasedCache.Found> found = pages.find(key, field);
    if (found.isEmpty()) {
      return fallback.get(user, request, read);
    }
    return switch (found.get()) {
      case LeasedCache.Found.Kept(String text) -> PageTexts.read(text).orElseGet(read);
      case LeasedCache.Found.Gap gap -> {
        Page<Booking> page = read.get();
        pages.keep(key, field, gap, PageTexts.write(page));
        yield page;
      }
    };
  }

  private static String field(PageRequest request) {
    return switch (request) {
      case PageRequest.Numbered(int _, int limit) -> "numbered:" + limit;
      case PageRequest.After(var _, int limit) -> "after:" + limit;
    };
  }

  @Override
  public void forget(UserId user) {
    fallback.forget(user);
    String key = store.keys().firstPages(user);
    store.backlog().soon(Errand.owed(key, LeasedCache.forget(key)));
  }
}
