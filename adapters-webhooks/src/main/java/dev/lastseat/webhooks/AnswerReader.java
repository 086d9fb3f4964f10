package dev.lastseat.webhooks;

import dev.lastseat.domain.port.Courier.Answer;
import dev.lastseat.domain.port.Courier.Answer.Responded;
import dev.lastseat.domain.port.Courier.Answer.Unanswered;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Reads an answer as far as it is of any use: up to {@value #MAX_READ} bytes, of which the
 * beginning is kept. An answer that is longer counts by its status, and its connection is cut.
 */
final class AnswerReader implements Response.Listener {
  static final int MAX_READ = 64 * 1024;

  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private final Duration patience;
  private final Clock clock;
  private int read;

  AnswerReader(Duration patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public void onContent(Response response, ByteBuffer content) {
    read += content.remaining();
    byte[] part = new byte[Math.min(content.remaining(), room())];
    content.get(part);
    beginning.writeBytes(part);
    if (read > MAX_READ) {
      answer.complete(responded(response));
      var _ = response.abort(new IllegalStateException("the answer is longer than anybody reads"));
    }
  }

  private int room() {
    return Responded.MAX_BEGINNING - beginning.size();
  }

  @Override
  public void onComplete(Result result) {
    answer.complete(
        result.isSucceeded() ? responded(result.getResponse()) : unanswered(result.getFailure()));
  }

  /** The client keeps the time; this is for what it might forget. */
  Answer await() {
    try {
      return answer.get(patience.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Unanswered("the program stopped before an answer came");
    } catch (TimeoutException | ExecutionException failed) {
      return unanswered(failed);
    }
  }

  private Answer unanswered(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new Unanswered("no whole answer within %d s".formatted(patience.toSeconds()));
    }
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = Optional.ofNullable(cause.getMessage()).orElse("");
    return new Unanswered(cause.getClass().getSimpleName() + ": " + message);
  }

  private Responded responded(Response response) {
    return new Responded(
        response.getStatus(),
        beginning.toString(StandardCharsets.UTF_8),
        Optional.ofNullable(response.getHeaders().get(HttpHeader.RETRY_AFTER))
            .flatMap(this::after));
  }

  /** Seconds, or a date (RFC 9110, section 10.2.3); what is neither says nothing. */
  private Optional<Duration> after(String text) {
    try {
      return Optional.of(
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(clock.instant(), date(text)));
    } catch (DateTimeParseException nonsense) {
      return Optional.empty();
    }
  }

  private static Instant date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
