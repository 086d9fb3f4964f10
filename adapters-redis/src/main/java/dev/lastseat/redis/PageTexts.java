package dev.lastseat.redis;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages as texts: the total, the position of the next one, then the bookings. */
final class PageTexts {
  private static final int BOOKINGS = 2;

  private PageTexts() {}

  static String write(Page<Booking> page) {
    Stream<String> around =
        Stream.of(
            page.total().map(Object::toString).orElse(""),
            page.next().map(next -> Texts.join(List.of(next.key(), next.id()))).orElse(""));
    return Texts.join(
        Stream.concat(around, page.items().stream().map(BookingTexts::write)).toList());
  }

  /** The page that was written; empty when that was by a program that writes otherwise. */
  static Optional<Page<Booking>> read(String text) {
    try {
      List<String> texts = Texts.split(text);
      return Optional.of(
          new Page<>(
              texts.stream().skip(BOOKINGS).map(BookingTexts::read).toList(),
              Optional.of(texts.get(0)).filter(total -> !total.isEmpty()).map(Long::valueOf),
              Optional.of(texts.get(1)).filter(next -> !next.isEmpty()).map(PageTexts::position)));
    } catch (RuntimeException other) {
      return Optional.empty();
    }
  }

  private static Position position(String text) {
    List<String> texts = Texts.split(text);
    return new Position(texts.get(0), texts.get(1));
  }
}
