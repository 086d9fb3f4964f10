package dev.lastseat.metrics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a call, in a word: the name of its outcome where there are several, or else ok. */
final class Results {
  static final String OK = "ok";
  static final String UNAVAILABLE = "unavailable";
  static final String FAILED = "failed";

  /** Outcomes are the records within a sealed interface; looked up once for each of them. */
  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          Class<?> around = type.getEnclosingClass();
          return type.isRecord() && around != null && around.isSealed()
              ? type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT)
              : OK;
        }
      };

  private Results() {}

  static String of(@Nullable Object answer) {
    return answer == null ? OK : NAMES.get(answer.getClass());
  }
}
