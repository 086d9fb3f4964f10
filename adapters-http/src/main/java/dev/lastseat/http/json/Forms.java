package dev.lastseat.http.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Makes request records of JSON, and tells all that is wrong with them at once. The validator takes
 * long to build, so it is built in the background while the server starts.
 */
public final class Forms {
  private final CompletableFuture<Validator> validator;

  public Forms(Clock clock) {
    this.validator = CompletableFuture.supplyAsync(() -> build(clock), Thread::startVirtualThread);
  }

  /** The group of constraints on dates that are set now, besides those of every request. */
  public interface NewDate {}

  public <R extends Record> R read(ObjectNode json, Class<R> type) {
    return read(json, type, new FieldErrors(), Default.class);
  }

  /** {@code errors} are those that were found before. */
  public <R extends Record> R read(
      ObjectNode json, Class<R> type, FieldErrors errors, Class<?>... groups) {
    R form = Binder.bind(json, type, errors);
    validator
        .join()
        .validate(form, groups)
        .forEach(
            violation ->
                errors.add(violation.getPropertyPath().toString(), violation.getMessage()));
    errors.requireNone();
    return form;
  }

  private static Validator build(Clock clock) {
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .clockProvider(() -> clock)
        .buildValidatorFactory()
        .getValidator();
  }
}
