package dev.lastseat.security;

import dev.lastseat.domain.user.Principal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Whom tokens proved that were good lately, so that one that comes again is not taken apart again.
 * They are known by their SHA-256 hashes and forgotten when they expire. Each hash has one slot,
 * where it replaces another; so there are never more than {@value #SLOTS}, some 3 MB.
 */
final class VerifiedTokens {
  /** A power of two. */
  static final int SLOTS = 8_192;

  private final AtomicReferenceArray<Verified> slots = new AtomicReferenceArray<>(SLOTS);

  private record Verified(ByteBuffer hash, Principal principal, Instant end) {}

  Optional<Principal> find(ByteBuffer hash, Instant now) {
    Verified known = slots.get(slot(hash));
    return known != null && known.hash().equals(hash) && now.isBefore(known.end())
        ? Optional.of(known.principal())
        : Optional.empty();
  }

  /** Until {@code end}, at the longest. */
  void add(ByteBuffer hash, Principal principal, Instant end) {
    slots.set(slot(hash), new Verified(hash, principal, end));
  }

  private static int slot(ByteBuffer hash) {
    return hash.getInt(0) & (SLOTS - 1);
  }
}
