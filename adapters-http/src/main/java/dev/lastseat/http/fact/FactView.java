package dev.lastseat.http.fact;

import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Times;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a fact is shown. A component that is null is left out. */
record FactView(
    long sequence,
    String stream,
    long version,
    String kind,
    String at,
    @Nullable String actor,
    @Nullable String requestId,
    Map<String, String> data) {

  /** {@code all}: with who caused it. */
  static FactView of(RecordedFact recorded, boolean all) {
    Fact fact = recorded.fact();
    return new FactView(
        recorded.sequence(),
        fact.stream().text(),
        fact.version(),
        fact.kind(),
        Times.text(fact.at()),
        all ? fact.cause().actor().text() : null,
        all ? fact.cause().requestId() : null,
        fact.data());
  }

  /** A line of JSON for each. */
  static String lines(List<RecordedFact> facts) {
    return facts.stream()
        .map(fact -> Json.write(of(fact, true)) + "\n")
        .collect(Collectors.joining());
  }
}
