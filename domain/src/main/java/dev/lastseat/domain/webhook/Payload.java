package dev.lastseat.domain.webhook;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import java.time.Instant;
import java.util.Optional;

/**
 * What a message says: what happened, when, to what, and in which order; whoever needs more asks
 * for it. There is nothing of any person in it. All of its texts are identifiers and words, which
 * JSON takes as they are.
 *
 * @param type such as {@code booking.confirmed}
 */
public record Payload(String type, String json) {
  private static final String TEST = "webhook.test";

  /** A fact of an event, of one of its bookings, or of a payment, which may be for nothing yet. */
  public static Payload of(RecordedFact recorded, Optional<EventId> event) {
    Fact fact = recorded.fact();
    String about = event.map(it -> ",\"eventId\":\"%s\"".formatted(it.value())).orElse("");
    String status =
        Optional.ofNullable(fact.data().get("status"))
            .map(",\"status\":\"%s\""::formatted)
            .orElse("");
    String data =
        "{\"id\":\"%s\",\"version\":%d,\"sequence\":%d%s%s}"
            .formatted(fact.stream().id(), fact.version(), recorded.sequence(), about, status);
    return new Payload(fact.kind(), json(fact.kind(), fact.at(), data));
  }

  /** Something that has not happened. */
  public static Payload test(Webhook webhook, Instant now) {
    String data = "{\"id\":\"%s\"}".formatted(webhook.id().value());
    return new Payload(TEST, json(TEST, now, data));
  }

  private static String json(String type, Instant at, String data) {
    return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}".formatted(type, at, data);
  }
}
