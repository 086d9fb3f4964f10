package dev.lastseat.domain.job;

import dev.lastseat.domain.shared.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names one job after what it is about, so that asking for the same twice makes one. */
public record JobId(String value) {
  public JobId {
    Identifiers.require("jobId", value);
  }

  /** The same for the same words, and another one for others. */
  public static JobId of(String... words) {
    byte[] all = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
    return new JobId(UUID.nameUUIDFromBytes(all).toString());
  }
}
