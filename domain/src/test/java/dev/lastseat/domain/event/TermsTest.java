package dev.lastseat.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
  private static final AnEvent UNSAID = AnEvent.published("event-1").terms(Terms.USUAL);

  private static ConfirmedBy confirms(AnEvent event) {
    return event.event().details().confirmedBy();
  }

  @Test
  void what_costs_nothing_is_confirmed_by_its_buyer_and_all_else_by_those_who_are_paid() {
    assertThat(confirms(UNSAID.price(new Money(0, Money.currency("EUR")))))
        .isEqualTo(ConfirmedBy.BUYER);
    assertThat(confirms(UNSAID.price(new Money(1, Money.currency("EUR")))))
        .isEqualTo(ConfirmedBy.SERVER);
  }

  @Test
  void who_confirms_can_be_said_whatever_the_price() {
    assertThat(confirms(UNSAID.terms(Terms.USUAL.confirmedBy(ConfirmedBy.BUYER))))
        .isEqualTo(ConfirmedBy.BUYER);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 500, 1_500, 604_801_000})
  void holds_last_a_second_to_a_week_in_whole_seconds(long millis) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(
            () ->
                new Terms(
                    Optional.empty(),
                    Optional.of(Duration.ofMillis(millis)),
                    Optional.empty(),
                    Optional.empty()));
  }
}
