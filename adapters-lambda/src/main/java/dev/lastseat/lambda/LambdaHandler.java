package dev.lastseat.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.http.local.LocalRequest;
import dev.lastseat.http.local.LocalResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Lambda calls: {@code dev.lastseat.lambda.LambdaHandler}. Serves HTTP events of payload
 * format 2.0; a scheduled event of EventBridge is the sweeper's tick.
 */
public final class LambdaHandler implements RequestStreamHandler {
  /** Less time than that is not begun with: the invocation could end in the middle of an answer. */
  static final Duration LEAST_TIME = Duration.ofSeconds(1);

  /** Of the time that remains, so much is kept for bringing the answer back. */
  private static final Duration SPARE = Duration.ofMillis(500);

  private static final int MOST_NAMES = 10;
  private static final Logger log = LoggerFactory.getLogger(LambdaHandler.class);

  private final ObjectMapper mapper = new ObjectMapper();

  /** A field, for Core holds it weakly. */
  private final Instance instance;

  /** Starts the program at once: before the first invocation time costs nothing. */
  public LambdaHandler() {
    this(
        ServiceLoader.load(LambdaProgram.class, LambdaHandler.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no program is packed with the handler")));
  }

  /** With a program that is no service. */
  public LambdaHandler(LambdaProgram program) {
    instance = new Instance(program);
    instance.running();
    Core.getGlobalContext().register(instance);
  }

  /** What is told before a snapshot is taken, and after one is restored. */
  public Resource snapshot() {
    return instance;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = read(input);
    if (HttpEvent.is(event)) {
      output.write(HttpResult.of(answer(event, context)));
    } else if (isScheduled(event)) {
      instance.running().sweep();
    } else {
      throw new UnknownEvent(
          "This event is neither an HTTP request in payload format 2.0 (of an HTTP API or a"
              + " function URL) nor a scheduled event; it has "
              + names(event));
    }
  }

  private JsonNode read(InputStream input) throws IOException {
    try {
      return mapper.readTree(input);
    } catch (JsonProcessingException notJson) {
      throw new UnknownEvent("This event is not JSON", notJson);
    }
  }

  private LocalResponse answer(JsonNode event, Context context) {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    if (left.compareTo(LEAST_TIME) < 0) {
      log.warn("refused: {} ms are too little to answer in", left.toMillis());
      return LocalResponse.unavailable();
    }
    LocalRequest request = HttpEvent.read(event);
    return running()
        .flatMap(running -> running.answer(request, left.minus(SPARE)))
        .orElseGet(LocalResponse::unavailable);
  }

  /** Nothing while what it needs to start with is away. */
  private Optional<LambdaProgram.Running> running() {
    try {
      return Optional.of(instance.running());
    } catch (RuntimeException failed) {
      log.error("cannot start", failed);
      return Optional.empty();
    }
  }

  private static boolean isScheduled(JsonNode event) {
    return event.path("source").asText().equals("aws.events")
        && event.path("detail-type").asText().equals("Scheduled Event");
  }

  private static String names(JsonNode event) {
    List<String> names = event.propertyStream().map(field -> field.getKey()).toList();
    return names.isEmpty()
        ? "no fields"
        : names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ", "the fields ", ""));
  }
}
