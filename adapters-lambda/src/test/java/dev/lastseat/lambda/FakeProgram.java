package dev.lastseat.lambda;

import dev.lastseat.http.local.LocalRequest;
import dev.lastseat.http.local.LocalResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what it is asked, and answers what it was told to. */
final class FakeProgram implements LambdaProgram {
  final List<LocalRequest> requests = new ArrayList<>();
  final List<Duration> patience = new ArrayList<>();
  Optional<LocalResponse> answer = Optional.of(new LocalResponse(204, List.of(), new byte[0]));
  Optional<RuntimeException> failure = Optional.empty();
  int started;
  int closed;
  int swept;

  @Override
  public Running start() {
    failure.ifPresent(
        it -> {
          throw it;
        });
    started++;
    return new Running() {
      @Override
      public Optional<LocalResponse> answer(LocalRequest request, Duration time) {
        requests.add(request);
        patience.add(time);
        return answer;
      }

      @Override
      public void sweep() {
        swept++;
      }

      @Override
      public void close() {
        closed++;
      }
    };
  }
}
