package dev.lastseat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final Currency EUR = Money.currency("EUR");

  @ParameterizedTest
  @CsvSource({
    "12.50, EUR, 1250",
    "12.5, EUR, 1250",
    "1E+2, EUR, 10000",
    "0, EUR, 0",
    "0.000, EUR, 0",
    "500, JPY, 500",
    "1.234, KWD, 1234",
    "10000000000.00, EUR, 1000000000000",
  })
  void major_units_become_minor_units_of_the_currency(String major, String code, long minor) {
    Money money = Money.ofMajor(new BigDecimal(major), Money.currency(code));

    assertThat(money).isEqualTo(new Money(minor, Money.currency(code)));
    assertThat(money.major()).isEqualByComparingTo(major);
  }

  @ParameterizedTest
  @CsvSource({"12.505, EUR", "0.001, EUR", "0.5, JPY", "1.2345, KWD", "1E-400, EUR"})
  void more_decimals_than_the_currency_has_are_refused_and_never_rounded(
      String major, String code) {
    assertRefused(major, Money.currency(code), "decimals");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "-1", "10000000000.01", "1E+400"})
  void an_amount_out_of_range_is_refused(String major) {
    assertRefused(major, EUR, "must be 0 to 10000000000.00");
  }

  @Test
  void less_than_nothing_is_refused() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Money(-1, EUR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eur", "EURO", "ABC", "€"})
  void a_currency_that_does_not_exist_is_refused_by_its_name(String code) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Money.currency(code))
        .withMessageContaining("'" + code + "'")
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("currency"));
  }

  @Test
  void gold_is_a_currency_without_an_amount_and_no_price() {
    Currency gold = Money.currency("XAU");

    for (String price : new String[] {"1", "10.5"}) {
      assertRefused(price, gold, "must be a currency that has an amount");
    }
  }

  @Test
  void the_greatest_price_has_a_total_for_any_quantity() {
    Money greatest = new Money(Money.MAX_PRICE, EUR);

    assertThat(new Money(1_250, EUR).times(10)).isEqualTo(new Money(12_500, EUR));
    assertThat(greatest.times(1_000_000).major()).isEqualByComparingTo("1E+16");
  }

  @Test
  void amounts_of_one_currency_add_up() {
    assertThat(new Money(1_250, EUR).plus(new Money(50, EUR))).isEqualTo(new Money(1_300, EUR));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Money(1, EUR).plus(new Money(1, Money.currency("JPY"))));
  }

  @Test
  void amounts_of_different_currencies_compare_in_ten_thousandths_of_their_major_unit() {
    assertThat(new Money(1_250, EUR).tenThousandths()).isEqualTo(125_000);
    assertThat(new Money(13, Money.currency("JPY")).tenThousandths()).isEqualTo(130_000);
    assertThat(new Money(12_345, Money.currency("KWD")).tenThousandths()).isEqualTo(123_450);
  }

  @Test
  void the_greatest_amount_of_any_currency_has_ten_thousandths() {
    for (Currency currency : Currency.getAvailableCurrencies()) {
      if (currency.getDefaultFractionDigits() >= 0) {
        assertThat(new Money(Money.MAX_PRICE, currency).tenThousandths()).isPositive();
      }
    }
  }

  private static void assertRefused(String major, Currency currency, String requirement) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Money.ofMajor(new BigDecimal(major), currency))
        .withMessageContaining(requirement);
  }
}
