package dev.lastseat.bootstrap.hunt;

import java.util.List;

/**
 * Something that must not be.
 *
 * @param what it is, in a sentence
 * @param history the few exchanges that show it
 */
record Violation(String what, List<Exchange> history) {
  @Override
  public String toString() {
    Transcript transcript = new Transcript();
    String shown = transcript.of(history);
    return transcript.of(what) + "\n" + shown;
  }
}
