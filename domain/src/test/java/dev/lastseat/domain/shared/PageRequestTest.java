package dev.lastseat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  @Test
  void the_first_page_skips_nothing_and_the_third_two_pages() {
    assertThat(new PageRequest.Numbered(1, 20).skipped()).isZero();
    assertThat(new PageRequest.Numbered(3, 20).skipped()).isEqualTo(40);
  }

  @Test
  void a_page_may_skip_a_hundred_thousand_items_and_no_more() {
    assertThat(new PageRequest.Numbered(1_001, 100).skipped()).isEqualTo(PageRequest.MAX_SKIPPED);
    assertRefused(1_002, 100, "page");
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "-1, 20", "2147483647, 100", "2147483647, 1"})
  void a_page_that_cannot_be_is_refused_and_no_overflow(int page, int limit) {
    assertRefused(page, limit, "page");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101, Integer.MAX_VALUE})
  void a_limit_out_of_1_to_100_is_refused_everywhere(int limit) {
    assertRefused(1, limit, "limit");
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PageRequest.After(Optional.empty(), limit));
  }

  @Test
  void a_page_of_other_items_keeps_what_is_said_of_it() {
    Page<Integer> page = new Page<>(List.of(1, 2), Optional.of(7L), Optional.empty());

    assertThat(page.map(String::valueOf))
        .isEqualTo(new Page<>(List.of("1", "2"), Optional.of(7L), Optional.empty()));
  }

  private static void assertRefused(int page, int limit, String field) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PageRequest.Numbered(page, limit))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field));
  }
}
