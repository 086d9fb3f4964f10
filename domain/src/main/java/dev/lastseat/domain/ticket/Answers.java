package dev.lastseat.domain.ticket;

import dev.lastseat.domain.event.Question;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Text;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a visitor answers to the questions of an event, by their keys.
 *
 * @param byKey one line each, of {@value #MAX_TEXT} characters at most
 */
public record Answers(SortedMap<String, String> byKey) {
  public static final int MAX_TEXT = 500;
  public static final Answers NONE = new Answers(Collections.emptySortedMap());

  public Answers {
    SortedMap<String, String> read = new TreeMap<>();
    byKey.forEach(
        (key, answer) -> {
          Question.requireKey("answers", key);
          read.put(key, Text.require("answers." + key, answer, MAX_TEXT));
        });
    byKey = Collections.unmodifiableSortedMap(read);
  }

  /**
   * Refuses what does not answer the questions.
   *
   * @throws InvalidValue that names what is wrong
   */
  void requireTo(List<Question> questions) {
    Map<String, Question> asked =
        questions.stream().collect(Collectors.toMap(Question::key, Function.identity()));
    byKey.forEach(
        (key, answer) -> {
          if (!asked.containsKey(key)) {
            throw new InvalidValue("answers." + key, answer, "answers no question of the event");
          }
        });
    for (Question question : questions) {
      String field = "answers." + question.key();
      String answer = byKey.getOrDefault(question.key(), "");
      if (answer.isEmpty() ? question.needed() : !question.takes(answer)) {
        throw new InvalidValue(field, answer, "must answer: " + question.text());
      }
    }
  }

  /** A line each, with the key before the first blank; no answer has more than one line. */
  public String text() {
    return byKey.entrySet().stream()
        .map(answer -> answer.getKey() + " " + answer.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** What {@link #text} wrote. */
  public static Answers parse(String text) {
    Map<String, String> byKey =
        text.lines().map(Answers::part).collect(Collectors.toMap(it -> it[0], it -> it[1]));
    return new Answers(new TreeMap<>(byKey));
  }

  private static String[] part(String line) {
    String[] parts = line.split(" ", 2);
    if (parts.length < 2) {
      throw new InvalidValue("answers", line, "must be a key and an answer");
    }
    return parts;
  }
}
