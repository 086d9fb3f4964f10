package dev.lastseat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String NUMBER = plain(TicketNumber.random(new Random(1)));

  @Test
  void it_has_three_groups_of_four_without_letters_that_look_like_others() {
    assertThat(numbers(1_000))
        .allSatisfy(
            number ->
                assertThat(number.value())
                    .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}"));
  }

  @Test
  void no_two_of_many_are_the_same_and_every_character_occurs() {
    List<TicketNumber> numbers = numbers(10_000);

    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(numbers.stream().flatMapToInt(number -> plain(number).chars()).distinct())
        .hasSize(ALPHABET.length());
  }

  /** Every character of the alphabet in every position, replaced by every other one. */
  @Test
  void the_check_character_catches_every_single_wrong_character() {
    for (int position = 0; position < 11; position++) {
      for (String right : variants(NUMBER, position)) {
        String number = withCheck(right);
        assertThat(variants(number, position)).filteredOn(this::isValid).containsOnly(number);
      }
    }
    assertThat(variants(NUMBER, 11)).filteredOn(this::isValid).containsOnly(NUMBER);
  }

  /**
   * Doubling modulo 32 moves 0 and Z by the same distance, so those two alone look alike. Weights
   * alternate, so an even and an odd position stand for all.
   */
  @Test
  void the_check_character_catches_every_swap_of_neighbours_but_that_of_0_and_Z() {
    for (int position : new int[] {4, 5}) {
      for (String one : variants(NUMBER, position)) {
        for (String both : variants(one, position + 1)) {
          String number = withCheck(both);
          String swapped = swap(number, position);
          String pair = number.substring(position, position + 2);
          boolean unnoticed = List.of("0Z", "Z0").contains(pair) || swapped.equals(number);
          assertThat(isValid(swapped)).as("%s as %s", number, swapped).isEqualTo(unnoticed);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "ABCD", "AAAA-AAAA-AAAA-AAAA", "UUUU-UUUU-UUUU", "0000 0000 000é"})
  void what_is_no_ticket_number_is_refused(String typed) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new TicketNumber(typed));
  }

  @Test
  void it_has_one_spelling() {
    String number = new TicketNumber(grouped(NUMBER)).value();

    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new TicketNumber(NUMBER));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new TicketNumber(number.toLowerCase(Locale.ROOT)));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new TicketNumber("-" + number));
  }

  private static List<TicketNumber> numbers(int count) {
    Random random = new Random(1);
    return Stream.generate(() -> TicketNumber.random(random)).limit(count).toList();
  }

  private static List<String> variants(String number, int position) {
    return ALPHABET
        .chars()
        .mapToObj(
            character ->
                number.substring(0, position) + (char) character + number.substring(position + 1))
        .toList();
  }

  /** The number of these first eleven characters; of all check characters exactly one is right. */
  private String withCheck(String code) {
    List<String> valid =
        variants((code + "0").substring(0, 12), 11).stream().filter(this::isValid).toList();
    assertThat(valid).hasSize(1);
    return valid.getFirst();
  }

  private boolean isValid(String number) {
    try {
      return !new TicketNumber(grouped(number)).value().isEmpty();
    } catch (InvalidValue invalid) {
      return false;
    }
  }

  private static String swap(String number, int position) {
    return number.substring(0, position)
        + number.charAt(position + 1)
        + number.charAt(position)
        + number.substring(position + 2);
  }

  private static String plain(TicketNumber number) {
    return number.value().replace("-", "");
  }

  private static String grouped(String number) {
    return number.substring(0, 4) + "-" + number.substring(4, 8) + "-" + number.substring(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", " %s", "%s "})
  void it_is_understood_as_people_type_it(String blanks) {
    TicketNumber number = TicketNumber.random(new Random(1));

    assertThat(TicketNumber.typed(number.value())).isEqualTo(number);
    assertThat(TicketNumber.typed(blanks.formatted(NUMBER))).isEqualTo(number);
    assertThat(TicketNumber.typed(blanks.formatted(number.value().toLowerCase(Locale.ROOT))))
        .isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "7K3M-9QXV-R4T", "7K3M-9QXV-R4TDA", "not a number"})
  void what_is_typed_and_no_number_is_refused(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> TicketNumber.typed(text));
  }
}
