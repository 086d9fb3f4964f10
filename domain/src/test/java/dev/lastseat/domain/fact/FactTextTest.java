package dev.lastseat.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.fixture.Trials;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactTextTest {
  private static final String CHARACTERS =
      "aZ 9\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é漢\uD83C\uDFAB{}:,";

  @Test
  void a_fact_is_written_by_the_rules_of_RFC_8785() {
    SortedMap<String, String> data = new TreeMap<>();
    data.put("reason", "\u20ac$\u000f\nA'B\"\\\"/");
    data.put("places", "1-3,7");
    Cause cause = new Cause(new Actor("user:ada"), "request-7");
    Fact fact =
        new Fact(
            new StreamId("booking", "b1"),
            2,
            "booking.cancelled",
            Instant.parse("2026-06-01T12:00:00.5Z"),
            cause,
            data);

    assertThat(FactText.of(new RecordedFact(41, fact)))
        .isEqualTo(
            "{\"actor\":\"user:ada\",\"at\":\"2026-06-01T12:00:00.500Z\",\"data\":{"
                + "\"places\":\"1-3,7\",\"reason\":\"€$\\u000f\\nA'B\\\"\\\\\\\"/\"},"
                + "\"kind\":\"booking.cancelled\",\"requestId\":\"request-7\",\"sequence\":\"41\","
                + "\"stream\":\"booking:b1\",\"version\":\"2\"}");
  }

  @Test
  void what_was_written_is_read_as_it_was() {
    Trials.of(
        random -> {
          SortedMap<String, String> data = new TreeMap<>();
          for (int i = random.nextInt(5); i > 0; i--) {
            data.put(text(random), text(random));
          }
          assertThat(FactText.data(FactText.of(data))).isEqualTo(data);
        });
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}x",
        "{\"a\"}",
        "{\"a\":1}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"b",
        "null"
      })
  void what_is_no_object_of_texts_is_refused(String text) {
    assertThatThrownBy(() -> FactText.data(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
