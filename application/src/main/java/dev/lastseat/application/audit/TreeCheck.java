package dev.lastseat.application.audit;

import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.audit.Tile;
import dev.lastseat.domain.audit.TreeBuilder;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.store.fact.SealedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds the tree of the log anew, and holds against it the stored tiles, the checkpoints and those
 * that somebody kept.
 */
final class TreeCheck {
  private static final int PAGE = 1_000;

  private final SealedTree stored;
  private final Signer signer;
  private final Findings findings;
  private final TreeBuilder builder;
  private final SortedMap<Long, List<SignedCheckpoint>> ahead = new TreeMap<>();
  private long read;
  private List<Hash> leaves = List.of();
  private boolean broken;

  TreeCheck(SealedTree stored, Signer signer, List<SignedCheckpoint> kept, Findings findings) {
    this.stored = stored;
    this.signer = signer;
    this.findings = findings;
    this.builder = new TreeBuilder(signer.hasher(), this::compare);
    kept.forEach(this::expect);
    readAhead();
  }

  private void expect(SignedCheckpoint signed) {
    findings.countCheckpoint();
    long size = signed.checkpoint().size();
    if (signer.hasSigned(signed)) {
      ahead.computeIfAbsent(size, _ -> new ArrayList<>()).add(signed);
    } else {
      findings.differs("checkpoint " + size, "is not signed by " + signer.verifier().text());
    }
  }

  private void readAhead() {
    for (Seal seal : nextSeals()) {
      expect(seal.signed());
      read = seal.size();
    }
  }

  /** Where one makes no sense, none of those that come after it are looked at. */
  private List<Seal> nextSeals() {
    try {
      return stored.after(read, PAGE);
    } catch (CorruptDocument corrupt) {
      findings.differs("checkpoints after " + read, corrupt);
      return List.of();
    }
  }

  /** The next fact of the log. */
  void add(RecordedFact fact) {
    int offset = (int) (builder.size() % Tile.WIDTH);
    if (offset == 0) {
      leaves = stored(0, builder.size() / Tile.WIDTH);
    }
    Hash leaf = signer.hasher().leaf(fact);
    if (offset < leaves.size() && !leaves.get(offset).equals(leaf)) {
      differs("fact " + fact.sequence(), "is not the one that was sealed");
    }
    builder.add(leaf);
    compareCheckpoints();
  }

  /** A fact is missing: nothing that comes after it can be compared. */
  void breakOff() {
    broken = true;
  }

  private void compare(Tile tile) {
    List<Hash> hashes = tile.level() == 0 ? List.of() : stored(tile.level(), tile.index());
    if (!hashes.isEmpty() && !hashes.equals(tile.hashes())) {
      differs("tile %d/%d".formatted(tile.level(), tile.index()), "is not that of the facts");
    }
  }

  private void compareCheckpoints() {
    List<SignedCheckpoint> here = ahead.remove(builder.size());
    if (here != null) {
      Hash root = builder.root();
      here.stream()
          .filter(it -> !it.checkpoint().root().equals(root))
          .forEach(it -> differs("checkpoint " + builder.size(), "was signed of other facts"));
    }
    if (builder.size() == read) {
      readAhead();
    }
  }

  /** Of a tile that makes no sense there are none. */
  private List<Hash> stored(int level, long index) {
    try {
      return stored.at(level, index);
    } catch (CorruptDocument corrupt) {
      findings.differs("tile %d/%d".formatted(level, index), corrupt);
      return List.of();
    }
  }

  /** One difference makes everything above it and after it differ too. */
  private void differs(String subject, String how) {
    if (!broken) {
      findings.differs(subject, how);
    }
    broken = true;
  }

  /** The log is at its end. */
  void end() {
    ahead.keySet().stream()
        .filter(_ -> !broken)
        .forEach(
            size ->
                findings.differs(
                    "checkpoint " + size,
                    "is of more than the %d facts".formatted(builder.size())));
  }
}
