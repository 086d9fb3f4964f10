package dev.lastseat.redis;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.port.cache.FirstPages;
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
  private final SharedCache<Page<Booking>> shared;

  RedisFirstPages(RedisContext context) {
    this.context = context;
    this.shared = new SharedCache<>(context, new TypeReference<>() {}, TTL);
  }

  @Override
  public Page<Booking> get(UserId user, PageRequest request, Supplier<Page<Booking>> read) {
    return shared
        .get(context.keys().firstPage(user), kind(request), () -> Optional.of(read.get()))
        .orElseThrow();
  }

  private static String kind(PageRequest request) {
    return switch (request) {
      case PageRequest.Numbered(int _, int limit) -> "numbered:" + limit;
      case PageRequest.After(var _, int limit) -> "after:" + limit;
    };
  }

  @Override
  public void forget(UserId user) {
    shared.delete(context.keys().firstPage(user));
  }
}
