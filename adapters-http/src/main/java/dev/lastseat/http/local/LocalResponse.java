package dev.lastseat.http.local;

import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param headers in the order in which they came; a name may come more than once
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, and compared by nobody
public record LocalResponse(int status, List<Header> headers, byte[] body) {
  public LocalResponse {
    headers = List.copyOf(headers);
  }

  /** There is no time to answer, or nothing to answer with. */
  public static LocalResponse unavailable() {
    return of(
        Problem.of(
            Code.SERVICE_UNAVAILABLE,
            "The service is unavailable for the moment; try again with the same request.",
            Map.of("Retry-After", "1")));
  }

  /** There is an answer, which is too large for whoever carries it. */
  public static LocalResponse tooLarge(int bytes) {
    return of(
        Problem.of(
            Code.PAYLOAD_TOO_LARGE,
            "The answer has more than the "
                + bytes
                + " bytes that go through here; ask for less."));
  }

  private static LocalResponse of(Problem problem) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", "application/json"));
    problem.headers().forEach((name, value) -> headers.add(new Header(name, value)));
    return new LocalResponse(
        problem.status(), headers, problem.body().getBytes(StandardCharsets.UTF_8));
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
  }
}
