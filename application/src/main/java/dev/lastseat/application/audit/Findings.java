package dev.lastseat.application.audit;

import dev.lastseat.domain.port.CorruptDocument;
import java.util.ArrayList;
import java.util.List;

/** What was checked, and what differs, a line each. */
public final class Findings {
  /** Who sees so many needs no more. */
  private static final int MOST = 1_000;

  private final List<String> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long facts;
  private long streams;
  private long checkpoints;

  void differs(String subject, String how) {
    if (differences.size() < MOST) {
      differences.add(subject + ": " + how);
    }
  }

  void differs(String subject, CorruptDocument corrupt) {
    differs(subject, String.valueOf(corrupt.getMessage()));
  }

  /** What a list left out, unless it was told under the name of its facts. */
  void makesNoSense(String what) {
    if (differences.size() < MOST && differences.stream().noneMatch(it -> it.endsWith(what))) {
      differences.add(what);
    }
  }

  void note(String subject, String what) {
    if (notes.size() < MOST) {
      notes.add(subject + ": " + what);
    }
  }

  void countFact() {
    facts++;
  }

  void countStream() {
    streams++;
  }

  void countCheckpoint() {
    checkpoints++;
  }

  /** What is not as it must be; {@value #MOST} lines at the most. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /** What could not be checked, because a later version wrote it. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** In one line. */
  public String figures() {
    return "%,d facts of %,d streams and %,d checkpoints checked, %,d differences"
        .formatted(facts, streams, checkpoints, differences.size());
  }
}
