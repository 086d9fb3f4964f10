package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.shared.Instants;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** First pages in memory, one a user. */
public final class FakeFirstPages implements FirstPages {
  private static final Duration LIFE = Duration.ofSeconds(30);

  private record Remembered(PageRequest request, Page<Booking> page, Instant at) {}

  private final Map<UserId, Remembered> pages = new HashMap<>();
  private final Map<UserId, Integer> forgotten = new HashMap<>();
  private final Clock clock;

  public FakeFirstPages(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Page<Booking> get(UserId user, PageRequest request, Supplier<Page<Booking>> read) {
    Optional<Page<Booking>> remembered = remembered(user, request);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    int before = timesForgotten(user);
    Page<Booking> page = read.get();
    remember(user, new Remembered(request, page, clock.instant()), before);
    return page;
  }

  @Override
  public synchronized void forget(UserId user) {
    forgotten.merge(user, 1, Integer::sum);
    pages.remove(user);
  }

  private synchronized Optional<Page<Booking>> remembered(UserId user, PageRequest request) {
    return Optional.ofNullable(pages.get(user))
        .filter(known -> known.request().equals(request))
        .filter(known -> Instants.areWithin(LIFE, known.at(), clock.instant()))
        .map(Remembered::page);
  }

  private synchronized int timesForgotten(UserId user) {
    return forgotten.getOrDefault(user, 0);
  }

  private synchronized void remember(UserId user, Remembered page, int before) {
    if (timesForgotten(user) == before) {
      pages.put(user, page);
    }
  }
}
