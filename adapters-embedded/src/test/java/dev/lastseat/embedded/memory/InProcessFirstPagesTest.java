package dev.lastseat.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.contract.FirstPagesContract;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InProcessFirstPagesTest extends FirstPagesContract {
  @Override
  protected FirstPages open(TickingClock clock) {
    return new InProcessFirstPages(clock);
  }

  @Test
  void the_bookings_of_many_large_pages_take_a_bounded_part_of_the_memory() {
    FirstPages pages = new InProcessFirstPages(new TickingClock());
    PageRequest request = new PageRequest.Numbered(1, PageRequest.MAX_LIMIT);
    Booking booking = ABooking.of(new EventId("event-1"), 1).confirmed();
    Page<Booking> page =
        new Page<>(Collections.nCopies(100, booking), Optional.empty(), Optional.empty());
    List<UserId> users = IntStream.range(0, 200).mapToObj(i -> new UserId("user-" + i)).toList();
    users.forEach(user -> pages.get(user, request, () -> page));
    Page<Booking> other = new Page<>(List.of(), Optional.empty(), Optional.empty());

    long known =
        users.stream().filter(user -> pages.get(user, request, () -> other).equals(page)).count();

    assertThat(known).isBetween(1L, InProcessFirstPages.MAX_BOOKINGS / 100L);
  }
}
