package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an event wants to know of its visitors.
 *
 * @param until from when on buyers do not name visitors any more; empty for the beginning
 */
public record VisitorRules(Optional<Instant> until, List<Question> questions) {
  public static final int MAX_QUESTIONS = 20;
  public static final VisitorRules NONE = new VisitorRules(Optional.empty(), List.of());

  public VisitorRules {
    questions = List.copyOf(questions);
    if (questions.size() > MAX_QUESTIONS) {
      throw new InvalidValue(
          "questions", questions.size(), "must be " + MAX_QUESTIONS + " at most");
    }
    if (questions.stream().map(Question::key).distinct().count() < questions.size()) {
      throw new InvalidValue("questions", questions, "must have different keys");
    }
  }

  /** The questions, a line each. */
  public String questionText() {
    return questions.stream().map(Question::line).collect(Collectors.joining("\n"));
  }

  /** With the questions that {@link #questionText} wrote. */
  public static VisitorRules of(Optional<Instant> until, Optional<String> questions) {
    return new VisitorRules(
        until, questions.stream().flatMap(String::lines).map(Question::parse).toList());
  }
}
