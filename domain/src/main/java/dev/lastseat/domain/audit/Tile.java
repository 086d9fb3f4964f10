package dev.lastseat.domain.audit;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The stored part of a tree: {@value #WIDTH} neighbours of one row, or fewer at the right edge. The
 * rows kept are those of the leaves and every {@value #HEIGHT}th above; each hash of a level is
 * that of a whole tile one level below. What lies between is computed, so a million leaves take
 * less than 4,000 tiles (as in C2SP tlog-tiles).
 *
 * @param level 0 for leaves
 * @param index 0 for the leftmost of its level
 */
public record Tile(int level, long index, List<Hash> hashes) {
  static final int HEIGHT = 8;
  public static final int WIDTH = 1 << HEIGHT;

  public Tile {
    if (hashes.isEmpty() || hashes.size() > WIDTH) {
      throw new InvalidValue("tile", hashes.size(), "must have 1 to " + WIDTH + " hashes");
    }
    hashes = List.copyOf(hashes);
  }

  /** Its hashes one after the other, in Base64. */
  public String text() {
    String hex = hashes.stream().map(Hash::hex).collect(Collectors.joining());
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  /** The hashes in {@link #text}. */
  public static List<Hash> hashes(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    return IntStream.range(0, bytes.length / Hash.BYTES)
        .mapToObj(i -> Hash.of(Arrays.copyOfRange(bytes, i * Hash.BYTES, (i + 1) * Hash.BYTES)))
        .toList();
  }
}
