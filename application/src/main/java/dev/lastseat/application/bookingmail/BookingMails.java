package dev.lastseat.application.bookingmail;

import dev.lastseat.application.fact.FactConsumer;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.mail.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks for the mails that buyers get of what happened: one for each booking that was made alone,
 * one for each order, and so on. Jobs are named after the fact, so that asking again makes no
 * second mail.
 */
public record BookingMails(JobQueue jobs, Clock clock) implements FactConsumer {
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
    List<Job> asked =
        facts.stream()
            .map(RecordedFact::fact)
            .filter(fact -> fact.at().isAfter(now.minus(OLDEST)))
            .flatMap(fact -> asked(fact, now))
            .toList();
    if (!asked.isEmpty()) {
      jobs.addAll(asked);
    }
  }

  private static Stream<Job> asked(Fact fact, Instant now) {
    return FactKind.of(fact.kind()).stream().flatMap(kind -> asked(kind, fact, now));
  }

  private static Stream<Job> asked(FactKind kind, Fact fact, Instant now) {
    String id = fact.stream().id();
    return switch (kind) {
      case BOOKING_CONFIRMED ->
          fact.data().containsKey("order")
              ? Stream.empty() // the order has one mail for all of its bookings
              : mail(Letter.Kind.BOOKING_CONFIRMED, id, fact, now);
      case BOOKING_HELD ->
          HoldReminders.due(fact).stream()
              .flatMap(due -> mail(Letter.Kind.HOLD_ENDING, id, fact, due));
      case ORDER_PLACED -> mail(Letter.Kind.ORDER_PLACED, id, fact, now);
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

  private static Stream<Job> mail(Letter.Kind kind, String about, Fact fact, Instant due) {
    return Stream.of(MailQueue.job(kind, about, fact.id(), due));
  }
}
