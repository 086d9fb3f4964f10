package dev.lastseat.domain.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.returns.ReturnFee.Per;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReturnsTest {
  private static final Currency EURO = Money.currency("EUR");
  private static final UUID KEY = new UUID(1, 2);

  private static Money euros(long minorUnits) {
    return new Money(minorUnits, EURO);
  }

  private static Return of(long fee, Optional<UUID> key, Integer... tickets) {
    return new Return(List.of(tickets), euros(fee), TickingClock.START, key);
  }

  @Test
  void they_are_read_as_they_were_written() {
    Returns some =
        Returns.NONE.with(of(250, Optional.of(KEY), 4, 1, 2)).with(of(0, Optional.empty(), 3));

    assertThat(some.text())
        .isEqualTo(
            "1-2,4 2.50 2026-06-01T12:00:00Z 00000000-0000-0001-0000-000000000002;"
                + "3 0.00 2026-06-01T12:00:00Z");
    assertThat(Returns.parse(some.text(), EURO)).isEqualTo(some);
    assertThat(Returns.parse("", EURO)).isEqualTo(Returns.NONE);
    assertThat(some.under(KEY)).contains(some.list().getFirst());
    assertThat(some.tickets()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void no_ticket_is_given_back_twice() {
    Returns one = Returns.NONE.with(of(0, Optional.empty(), 1, 2));

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> one.with(of(0, Optional.empty(), 2)));
  }

  @Test
  void a_fee_for_each_ticket_is_never_more_than_its_price() {
    assertThat(new ReturnFee(euros(250), Per.TICKET).of(3, euros(2_500), Returns.NONE))
        .isEqualTo(euros(750));
    assertThat(new ReturnFee(euros(250), Per.TICKET).of(3, euros(200), Returns.NONE))
        .isEqualTo(euros(600));
  }

  @Test
  void a_fee_for_the_booking_is_kept_once_as_far_as_what_was_given_back_covers_it() {
    ReturnFee fee = new ReturnFee(euros(3_000), Per.BOOKING);

    assertThat(fee.of(1, euros(2_500), Returns.NONE)).isEqualTo(euros(2_500));
    Returns one = Returns.NONE.with(of(2_500, Optional.empty(), 1));
    assertThat(fee.of(1, euros(2_500), one)).isEqualTo(euros(500));
    Returns two = one.with(of(500, Optional.empty(), 2));
    assertThat(fee.of(2, euros(2_500), two)).isEqualTo(euros(0));
  }

  @Test
  void nothing_is_kept_of_what_was_sold_in_another_currency() {
    Money crowns = new Money(2_500, Money.currency("SEK"));

    assertThat(new ReturnFee(euros(250), Per.TICKET).of(2, crowns, Returns.NONE))
        .isEqualTo(crowns.times(0));
  }

  @Test
  void a_fee_is_read_as_it_was_written() {
    ReturnFee fee = new ReturnFee(euros(250), Per.BOOKING);

    assertThat(fee.text()).isEqualTo("2.50 booking");
    assertThat(ReturnFee.parse(fee.text(), EURO)).isEqualTo(fee);
  }
}
