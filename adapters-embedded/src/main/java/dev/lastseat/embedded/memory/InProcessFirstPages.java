package dev.lastseat.embedded.memory;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The first page that each user asked for last, for half a minute. */
final class InProcessFirstPages implements FirstPages {
  static final Duration TTL = Duration.ofSeconds(30);

  /** In all pages together; a booking takes about a kilobyte. */
  static final int MAX_BOOKINGS = 10_000;

  private record Remembered(PageRequest request, Page<Booking> page) {}

  private final ForgettingCache<UserId, Remembered> pages;

  InProcessFirstPages(Clock clock) {
    this.pages =
        new ForgettingCache<>(
            MAX_BOOKINGS, (user, known) -> 1 + known.page().items().size(), TTL, clock);
  }

  @Override
  public Page<Booking> get(UserId user, PageRequest request, Supplier<Page<Booking>> read) {
    return pages
        .find(user)
        .filter(known -> known.request().equals(request))
        .or(() -> pages.read(user, () -> Optional.of(new Remembered(request, read.get()))))
        .orElseThrow()
        .page();
  }

  @Override
  public void forget(UserId user) {
    pages.forget(user);
  }
}
