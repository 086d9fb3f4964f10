package dev.lastseat.domain.audit;

import java.nio.charset.StandardCharsets;

/**
 * What a tree was at one size (C2SP tlog-checkpoint, without extension lines).
 *
 * @param origin the name of the log
 */
public record Checkpoint(String origin, long size, Hash root) {

  /** What is signed, including the last end of line. */
  public String text() {
    return "%s\n%d\n%s\n".formatted(origin, size, root.base64());
  }

  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
