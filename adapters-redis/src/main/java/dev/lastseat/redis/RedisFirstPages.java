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
 * The first page that each user asked for last. While Redis is away pages are read from the store,
 * for instances that do not hear of each other would show old ones. Pages of users whose bookings
 * changed meanwhile are deleted as soon as Redis is back.
 */
final class RedisFirstPages implements FirstPages {
  static final Duration TTL = Duration.ofSeconds(30);

  private final RedisContext context;
  private final SharedCache<StoredPage> shared;

  RedisFirstPages(RedisContext context) {
    this.context = context;
    this.shared = new SharedCache<>(context, StoredPage.class, TTL);
  }

  @Override
  public Page<Booking> get(UserId user, PageRequest request, Supplier<Page<Booking>> read) {
    String key = context.keys().firstPage(user);
    long now = context.clock().millis();
    Optional<String> seen = shared.find(key);
    Optional<Page<Booking>> known =
        seen.flatMap(text -> shared.parse(text, stored -> stored.page(request, now)));
    if (known.isPresent()) {
      return known.get();
    }
    Page<Booking> page = read.get();
    seen.ifPresent(
        text -> shared.replace(key, text, StoredPage.of(request, now + TTL.toMillis(), page)));
    return page;
  }

  @Override
  public void forget(UserId user) {
    context.queue().flushSoon(SharedCache.deletion(context.keys().firstPage(user)));
  }
}
