package dev.lastseat.http.fact;

import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.View;
import java.util.List;
import java.util.stream.Collectors;

/** How a fact is shown. */
final class FactView {
  private static final View<Fact> WHAT =
      new View<Fact>()
          .field("stream", fact -> fact.stream().text())
          .field("version", Fact::version)
          .field("kind", Fact::kind)
          .field("at", Fact::at);

  private static final View<Cause> WHO =
      new View<Cause>()
          .field("actor", cause -> cause.actor().text())
          .field("requestId", Cause::requestId);

  private static final View<RecordedFact> WITHOUT_CAUSE =
      new View<RecordedFact>()
          .field("sequence", RecordedFact::sequence)
          .all(RecordedFact::fact, WHAT);

  /** With who caused it. */
  static final View<RecordedFact> WHOLE =
      withData(WITHOUT_CAUSE.all(recorded -> recorded.fact().cause(), WHO));

  static final View<RecordedFact> ANONYMOUS = withData(WITHOUT_CAUSE);

  private FactView() {}

  private static View<RecordedFact> withData(View<RecordedFact> view) {
    return view.field("data", recorded -> recorded.fact().data());
  }

  /** A line of JSON for each. */
  static String lines(List<RecordedFact> facts) {
    return WHOLE.each(facts).stream()
        .map(fact -> Json.write(fact) + "\n")
        .collect(Collectors.joining());
  }
}
