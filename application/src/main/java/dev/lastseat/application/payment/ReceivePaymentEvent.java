package dev.lastseat.application.payment;

import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.job.Retries;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.port.security.WebhookSignatures;
import dev.lastseat.domain.shared.Instants;
import dev.lastseat.domain.shared.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what providers tell of their payments: who signed it is told before anybody reads it,
 * and it is kept as a job, named after the event, before anybody answers. The job notes the payment
 * and settles it; told again, there is no second one (docs/adr/0046).
 */
public record ReceivePaymentEvent(
    List<ProviderSecret> secrets,
    WebhookSignatures signatures,
    JobQueue jobs,
    NotePayment note,
    SettlePayment settle,
    Clock clock)
    implements JobHandler {
  /** How far the clock of a provider may be from ours, so that nobody sends again what is old. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String KIND = "payment-event";

  public ReceivePaymentEvent {
    secrets = List.copyOf(secrets);
  }

  /** The provider that has signed these very bytes just now; empty where none has. */
  public Optional<String> signer(String id, Instant at, byte[] body, String signed) {
    if (Instants.distance(at, clock.instant()).compareTo(TOLERANCE) > 0) {
      return Optional.empty();
    }
    return secrets.stream()
        .filter(it -> signatures.verifies(it.secret(), id, at, body, signed))
        .map(ProviderSecret::provider)
        .findFirst();
  }

  /**
   * Keeps what was told; what it leads to follows at once, and survives the end of the process.
   *
   * @param id names the event, among all of its provider
   */
  public void handle(String id, ProviderEvent event) {
    JobId job = JobId.of(KIND, event.payment().provider(), id);
    jobs.add(new Job(job, KIND, text(event), clock.instant()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Retries retries() {
    return Retries.PROMPT;
  }

  /** So that what a killed process has begun is not left alone for long. */
  @Override
  public Duration limit() {
    return Duration.ofSeconds(20);
  }

  @Override
  public Result handle(Job job) {
    ProviderEvent event = event(job.payload());
    Payment noted = note.handle(event);
    settle.handle(noted);
    return noted.isForAnother(event)
        ? new Result.Hopeless("It was told first that the payment is for something else.")
        : new Result.Done();
  }

  /** Such as {@code stripe:pi_1 1250 EUR captured booking:0198f2…}. */
  private static String text(ProviderEvent event) {
    Money amount = event.amount();
    String what =
        switch (event) {
          case ProviderEvent.Moved(_, ProviderState to, _, Optional<Purchase> purchase) ->
              to.word() + purchase.map(it -> " " + it.text()).orElse("");
          case ProviderEvent.Refunded(_, String refund, _) -> "refunded " + refund;
        };
    return "%s %d %s %s"
        .formatted(
            event.payment().text(), amount.minorUnits(), amount.currency().getCurrencyCode(), what);
  }

  private static ProviderEvent event(String text) {
    String[] words = text.split(" ", -1);
    PaymentId payment = PaymentId.parse(words[0]);
    Money amount = new Money(Long.parseLong(words[1]), Money.currency(words[2]));
    Optional<String> last = words.length > 4 ? Optional.of(words[4]) : Optional.empty();
    return words[3].equals("refunded")
        ? new ProviderEvent.Refunded(payment, last.orElseThrow(), amount)
        : new ProviderEvent.Moved(
            payment, ProviderState.of(words[3]), amount, last.map(Purchase::parse));
  }
}
