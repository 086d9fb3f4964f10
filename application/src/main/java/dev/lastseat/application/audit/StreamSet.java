package dev.lastseat.application.audit;

import dev.lastseat.domain.audit.HashFunction;
import dev.lastseat.domain.fact.StreamId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Streams by 64 bits of a hash of their names, so that millions fit into memory. That of ten
 * million any two are taken for one has odds of 1 to 370,000.
 */
final class StreamSet {
  private final HashFunction sha256;
  private long[] slots = new long[1024];
  private int size;

  StreamSet(HashFunction sha256) {
    this.sha256 = sha256;
  }

  /** Answers whether it was not there. */
  boolean add(StreamId stream) {
    if (size * 2 > slots.length) {
      grow();
    }
    long hash = hash(stream);
    int slot = slot(hash);
    boolean isNew = slots[slot] == 0;
    slots[slot] = hash;
    size += isNew ? 1 : 0;
    return isNew;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long hash : before) {
      slots[slot(hash)] = hash;
    }
  }

  /** Where it is, or would be. */
  private int slot(long hash) {
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Never 0, which is what a free slot has. */
  private long hash(StreamId stream) {
    byte[] name = stream.text().getBytes(StandardCharsets.UTF_8);
    long hash = new BigInteger(sha256.of(name).bytes()).longValue();
    return hash == 0 ? 1 : hash;
  }
}
