package dev.lastseat.domain.job;

import dev.lastseat.domain.shared.Identifiers;

/** Names one job after what it is about, so that asking for the same twice makes one. */
public record JobId(String value) {
  public JobId {
    Identifiers.require("jobId", value);
  }
}
