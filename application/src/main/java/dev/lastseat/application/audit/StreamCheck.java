package dev.lastseat.application.audit;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.BookingFacts;
import dev.lastseat.domain.fact.EventFacts;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.OrderFacts;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.CorruptDocument;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the store has of an aggregate is what its facts add up to. Somebody may change it
 * between two looks, so a difference counts if it is there while no fact is added.
 */
final class StreamCheck {
  private static final int LOOKS = 5;
  private static final Set<String> COMPARED =
      Set.of(StreamId.EVENT, StreamId.BOOKING, StreamId.ORDER);

  private final VerifyFacts.Stores stores;
  private final Findings findings;

  StreamCheck(VerifyFacts.Stores stores, Findings findings) {
    this.stores = stores;
    this.findings = findings;
  }

  /** Each stream once: with the page that has the first of its facts. */
  void checkThoseThatBegin(Collection<StreamId> streams, long firstOfPage) {
    check(
        told(streams).stream()
            .filter(told -> !told.facts().isEmpty())
            .filter(told -> told.facts().getFirst().sequence() >= firstOfPage)
            .toList());
  }

  /** Those that the store has, of which some fact must tell. */
  void checkUntold(Collection<StreamId> streams) {
    check(told(streams).stream().filter(told -> told.facts().isEmpty()).toList());
  }

  List<Told> told(Collection<StreamId> streams) {
    try {
      return stores.log().ofAll(streams).entrySet().stream()
          .map(it -> new Told(it.getKey(), it.getValue()))
          .toList();
    } catch (CorruptDocument _) {
      return streams.stream().flatMap(stream -> told(stream).stream()).toList();
    }
  }

  private Optional<Told> told(StreamId stream) {
    try {
      return Optional.of(new Told(stream, stores.log().of(stream)));
    } catch (CorruptDocument corrupt) {
      findings.differs(stream.text(), corrupt);
      return Optional.empty();
    }
  }

  private void check(List<Told> all) {
    Map<BookingId, Booking> bookings = bookings(all);
    for (Told told : all) {
      findings.countStream();
      Optional<Fact> unknown = told.unknown();
      if (unknown.isPresent()) {
        findings.note(unknown.get().id(), "is of a kind not known here: " + unknown.get().kind());
      } else if (!isAs(bookings.get(new BookingId(told.stream().id())), told)) {
        compare(told);
      }
    }
  }

  private static boolean isAs(@Nullable Booking booking, Told told) {
    return booking != null && told.differences(Optional.of(BookingFacts.fields(booking))).isEmpty();
  }

  /** Nearly all streams are bookings, and one question for many is cheaper. */
  private Map<BookingId, Booking> bookings(List<Told> all) {
    try {
      return stores
          .bookings()
          .findAll(
              all.stream()
                  .map(Told::stream)
                  .filter(stream -> stream.type().equals(StreamId.BOOKING))
                  .map(stream -> new BookingId(stream.id()))
                  .toList());
    } catch (CorruptDocument _) {
      return Map.of();
    }
  }

  private void compare(Told first) {
    Told told = first;
    for (int look = 1; COMPARED.contains(told.stream().type()); look++) {
      List<String> differences = differences(told);
      if (differences.isEmpty()) {
        return;
      }
      stores.arrive().run();
      List<RecordedFact> now = stores.log().of(told.stream());
      boolean still = now.equals(told.facts());
      if (look >= LOOKS && still) {
        differences.forEach(how -> findings.differs(first.stream().text(), how));
        return;
      }
      told = new Told(told.stream(), now);
    }
  }

  private List<String> differences(Told told) {
    try {
      return told.differences(stored(told.stream()));
    } catch (CorruptDocument corrupt) {
      return List.of(String.valueOf(corrupt.getMessage()));
    }
  }

  private Optional<SortedMap<String, String>> stored(StreamId stream) {
    return switch (stream.type()) {
      case StreamId.EVENT -> event(new EventId(stream.id()));
      case StreamId.BOOKING -> {
        Optional<Booking> booking = stores.bookings().find(new BookingId(stream.id()));
        yield booking.map(BookingFacts::fields);
      }
      default -> stores.orders().find(new OrderId(stream.id())).map(OrderFacts::fields);
    };
  }

  /** As {@link Told} has it. */
  private Optional<SortedMap<String, String>> event(EventId id) {
    Map<EventId, Event> ever = stores.events().findAll(List.of(id));
    return Optional.ofNullable(ever.get(id))
        .map(
            event -> {
              SortedMap<String, String> fields = new TreeMap<>(EventFacts.fields(event));
              if (stores.events().find(id).isPresent()) {
                fields.put("version", Long.toString(event.version()));
              } else {
                fields.put("deletedAt", "");
              }
              return fields;
            });
  }
}
