package dev.lastseat.domain.user;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final PasswordRules RULES = new PasswordRules(Password.MIN, "iloveyou"::equals);

  private static void check(PasswordRules rules, String password) {
    rules.check("password", new Password(password), new Email("al.byron@example.com"), "Ada King");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KINGdom come", "1815 al.byron", "AL.BYRON1815"})
  void neither_a_name_nor_the_local_part_of_the_address_is_in_a_password(String password) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> check(RULES, password))
        .withMessageContaining("name or the address")
        .withMessageNotContaining(password);
  }

  @Test
  void a_short_local_part_may_be_in_a_password_but_not_the_whole_address() {
    Email email = new Email("al@example.com");

    assertThatCode(() -> RULES.check("password", new Password("also fine"), email, "Al"))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> RULES.check("password", new Password("Al@Example.com"), email, "Al"))
        .withMessageContaining("name or the address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iloveyou", "ILoveYou"})
  void a_common_password_is_refused_in_any_case_and_not_repeated(String password) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> check(RULES, password))
        .withMessageContaining("commonest")
        .withMessageNotContaining(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"adagio in g", "example.com", "aaaaaaab", "no digit and no sign"})
  void all_else_is_fine(String password) {
    assertThatCode(() -> check(RULES, password)).doesNotThrowAnyException();
  }

  @Test
  void as_many_characters_as_the_rules_say_are_enough_and_one_less_is_not() {
    PasswordRules twelve = new PasswordRules(12, "iloveyou"::equals);

    assertThatCode(() -> check(twelve, "twelve chars")).doesNotThrowAnyException();
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> check(twelve, "11 letters."))
        .withMessageContaining("12");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 65})
  void no_rules_ask_for_fewer_characters_than_8_or_more_than_64(int min) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PasswordRules(min, _ -> false));
  }
}
