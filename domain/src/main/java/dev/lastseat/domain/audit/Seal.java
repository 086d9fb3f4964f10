package dev.lastseat.domain.audit;

import java.time.Instant;

/**
 * A checkpoint as the log keeps it.
 *
 * @param at when it was signed; the signature does not cover it
 */
public record Seal(SignedCheckpoint signed, Instant at) {
  public long size() {
    return signed.checkpoint().size();
  }
}
