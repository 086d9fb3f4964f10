package dev.lastseat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void a_new_one_is_a_version_7_uuid_of_its_millisecond() {
    UUID id = UUID.fromString(Identifiers.next(NOON, new Random(1)));

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void those_made_later_sort_last() {
    Random random = new Random(1);
    List<String> ids =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Identifiers.next(NOON.plusMillis(i), random))
            .toList();

    assertThat(ids).isSorted();
  }

  @Test
  void those_of_one_millisecond_differ() {
    Random random = new Random(1);
    List<String> ids =
        IntStream.range(0, 10_000).mapToObj(_ -> Identifiers.next(NOON, random)).toList();

    assertThat(ids).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0190a5c2-7b1e-7c3d-8e4f-001122334455", "A_b-9"})
  void letters_digits_dashes_and_underscores_are_fine(String id) {
    assertThat(Identifiers.require("eventId", id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "../x", "é", "{$gt:1}", "a\n", "a'b", "a\0"})
  void anything_else_is_refused(String id) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Identifiers.require("eventId", id))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("eventId"));
  }

  @Test
  void sixty_four_characters_are_fine_and_one_more_is_not() {
    assertThat(Identifiers.require("eventId", "x".repeat(64))).hasSize(64);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Identifiers.require("eventId", "x".repeat(65)));
  }
}
