package dev.lastseat.http;

import java.util.Map;
import java.util.TreeMap;

/** What is wrong with the fields of a request; of several errors of one field the first is told. */
final class FieldErrors {
  private final Map<String, String> errors = new TreeMap<>();

  void add(String field, String requirement) {
    errors.putIfAbsent(field, requirement);
  }

  /** Ends the reading of a request. */
  void requireNone() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(
          errors.entrySet().stream()
              .map(
                  error ->
                      new Problem.Detail(error.getKey(), Code.VALIDATION_ERROR, error.getValue()))
              .toList());
    }
  }
}
