package dev.lastseat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Anchors of payments, rule 6: nobody knows in which order a provider tells of a payment. */
class PaymentTest {
  private static final PaymentId ID = new PaymentId("stripe", "pi_1");
  private static final Optional<Purchase> BOOKING =
      Optional.of(new Purchase.OfBooking(new BookingId("booking-1")));
  private static final Instant NOW = TickingClock.START;
  private static final int EVENTS = 5;

  /** Each of the five events, and any two of them again: no sequence of so many is left out. */
  private static final List<int[]> SEQUENCES =
      IntStream.range(0, (int) Math.pow(EVENTS, EVENTS + 2))
          .mapToObj(PaymentTest::digits)
          .filter(sequence -> IntStream.of(sequence).distinct().count() == EVENTS)
          .toList();

  private static int[] digits(int number) {
    return IntStream.iterate(number, left -> left / EVENTS)
        .limit(EVENTS + 2)
        .map(left -> left % EVENTS)
        .toArray();
  }

  private static ProviderEvent moved(ProviderState to, int amount) {
    return new ProviderEvent.Moved(ID, to, euros(amount), Optional.empty());
  }

  private static ProviderEvent refunded(String name, int amount) {
    return new ProviderEvent.Refunded(ID, name, euros(amount));
  }

  private static Money euros(int amount) {
    return new Money(amount, Money.currency("EUR"));
  }

  static Stream<List<ProviderEvent>> stories() {
    ProviderEvent taken = new ProviderEvent.Moved(ID, ProviderState.CAPTURED, euros(50), BOOKING);
    return Stream.of(
        List.of(
            moved(ProviderState.ANNOUNCED, 50),
            moved(ProviderState.AUTHORISED, 60),
            taken,
            refunded("re_1", 20),
            refunded("re_2", 30)),
        List.of(
            moved(ProviderState.FAILED, 50),
            moved(ProviderState.CANCELLED, 50),
            taken,
            moved(ProviderState.CAPTURED, 45),
            refunded("re_1", 48)),
        List.of(
            taken,
            refunded("a", 10),
            refunded("b", 45),
            refunded("c", 40),
            moved(ProviderState.AUTHORISED, 50)),
        List.of(
            taken,
            refunded("a", 10),
            refunded("a", 11),
            refunded("b", 40),
            new ProviderEvent.Refunded(ID, "c", new Money(10, Money.currency("USD")))));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void in_whatever_order_and_how_often_five_events_are_told_the_same_is_known_in_the_end(
      List<ProviderEvent> events) {
    Payment expected = told(events, IntStream.range(0, EVENTS).toArray());

    assertThat(SEQUENCES).hasSize(16_800);
    assertThat(SEQUENCES.stream().map(sequence -> known(told(events, sequence))).distinct())
        .containsExactly(known(expected));
    assertThat(expected.given().minorUnits()).isLessThanOrEqualTo(50);
  }

  private static Payment told(List<ProviderEvent> events, int[] sequence) {
    Payment payment = Payment.first(events.get(sequence[0]), NOW);
    for (int i = 1; i < sequence.length; i++) {
      payment = payment.told(events.get(sequence[i]), NOW);
    }
    return payment;
  }

  /** But for how many of the events told something new. */
  private static List<Object> known(Payment payment) {
    return List.of(
        payment.purchase(),
        payment.state(),
        payment.amount(),
        payment.refunds(),
        payment.given(),
        payment.status());
  }
}
