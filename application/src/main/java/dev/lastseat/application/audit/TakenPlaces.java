package dev.lastseat.application.audit;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The places of each event that its bookings have by their facts. */
final class TakenPlaces {
  private final Map<EventId, BitSet> taken = new HashMap<>();

  /** Adds those of a booking; of anything else nothing. */
  void add(Told told) {
    Map<String, String> fields = told.state().fields();
    String places = fields.getOrDefault("places", "");
    if (told.stream().type().equals(StreamId.BOOKING) && !places.isEmpty()) {
      BitSet ofEvent =
          taken.computeIfAbsent(
              new EventId(fields.getOrDefault("event", "unknown")), _ -> new BitSet());
      Places.parse(places).ordinals().forEach(ofEvent::set);
    }
  }

  BitSet of(EventId event) {
    return taken.getOrDefault(event, new BitSet());
  }
}
