package dev.lastseat.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Makes request records of JSON, and tells all that is wrong with them at once. The validator takes
 * long to build, so it is built in the background while the server starts.
 */
final class Forms {
  private final CompletableFuture<Validator> validator;

  Forms(Clock clock) {
    this.validator = CompletableFuture.supplyAsync(() -> build(clock), Thread::startVirtualThread);
  }

  /** The group of constraints that hold for what is new, besides those of every request. */
  interface OnCreate {}

  <R extends Record> R read(ObjectNode json, Class<R> type, Class<?>... groups) {
    FieldErrors errors = new FieldErrors();
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
