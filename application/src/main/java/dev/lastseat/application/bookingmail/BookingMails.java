package dev.lastseat.application.bookingmail;

import dev.lastseat.application.fact.FactConsumer;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.store.fact.FactLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks for the mails that buyers get of what happened: one for each booking that was bought alone,
 * one for each order, and so on. Jobs are named after the fact, the order that was bought, or the
 * end of a hold, so that asking again makes no second mail.
 */
public record BookingMails(JobQueue jobs, FactLog log, Clock clock) implements FactConsumer {
  /**
   * What is older is told to nobody: whoever begins to send mails does not write to all who ever
   * bought.
   */
  public static final Duration OLDEST = Duration.ofDays(1);

  private static final Set<String> MATTERS = Set.of("name", "date", "venue");

  @Override
  public String name() {
    return "mails";
  }

  @Override
  public void handle(List<RecordedFact> facts) {
    Instant now = clock.instant();
    List<Fact> recent =
        facts.stream()
            .map(RecordedFact::fact)
            .filter(fact -> fact.at().isAfter(now.minus(OLDEST)))
            .toList();
    List<StreamId> bought = boughtHolds(recent);
    Map<StreamId, List<RecordedFact>> held = bought.isEmpty() ? Map.of() : log.ofAll(bought);
    jobs.addAll(recent.stream().flatMap(fact -> asked(fact, held, now)).distinct().toList());
  }

  /** Of which order those are, only their first facts tell. */
  private static List<StreamId> boughtHolds(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.kind().equals(FactKind.BOOKING_CONFIRMED.word()))
        .filter(fact -> fact.version() > 1)
        .map(Fact::stream)
        .toList();
  }

  private static Stream<Job> asked(Fact fact, Map<StreamId, List<RecordedFact>> held, Instant now) {
    return FactKind.of(fact.kind()).stream().flatMap(kind -> asked(kind, fact, held, now));
  }

  private static Stream<Job> asked(
      FactKind kind, Fact fact, Map<StreamId, List<RecordedFact>> held, Instant now) {
    String id = fact.stream().id();
    return switch (kind) {
      case BOOKING_CONFIRMED ->
          order(fact, held)
              .map(order -> MailQueue.job(Letter.Kind.ORDER_PLACED, order, "bought", now))
              .map(Stream::of)
              .orElseGet(() -> mail(Letter.Kind.BOOKING_CONFIRMED, id, fact, now));
      case BOOKING_HELD, BOOKING_EXTENDED, BOOKING_SHORTENED ->
          HoldReminders.job(kind, fact).stream();
      case BOOKING_RETURNED -> mail(Letter.Kind.TICKETS_RETURNED, id, fact, now);
      case BOOKING_CANCELLED ->
          mail(Letter.Kind.BOOKING_CANCELLED, id + " " + fact.cause().actor().text(), fact, now);
      case EVENT_CHANGED ->
          fact.data().keySet().stream().anyMatch(MATTERS::contains)
              ? Stream.of(TellOfChange.job(fact, now))
              : Stream.empty();
      default -> Stream.empty();
    };
  }

  /** All bookings of an order are told of by one mail, also when they are bought one by one. */
  private static Optional<String> order(Fact bought, Map<StreamId, List<RecordedFact>> held) {
    Fact first =
        held.getOrDefault(bought.stream(), List.of()).stream()
            .findFirst()
            .map(RecordedFact::fact)
            .orElse(bought);
    return Optional.ofNullable(first.data().get("order"));
  }

  private static Stream<Job> mail(Letter.Kind kind, String about, Fact fact, Instant due) {
    return Stream.of(MailQueue.job(kind, about, fact.id(), due));
  }
}
