package dev.lastseat.http.json;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is wrong with the fields of a request; of several errors of one field the first is told, and
 * of more than {@value #MAX} fields the first by their names, so that no answer is much longer than
 * its request.
 */
public final class FieldErrors {
  public static final int MAX = 100;

  private final Map<String, String> errors = new TreeMap<>();

  public void add(String field, String requirement) {
    errors.putIfAbsent(field, requirement);
  }

  /** Ends the reading of a request. */
  public void requireNone() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(
          errors.entrySet().stream()
              .limit(MAX)
              .map(
                  error ->
                      new Problem.Detail(error.getKey(), Code.VALIDATION_ERROR, error.getValue()))
              .toList());
    }
  }
}
