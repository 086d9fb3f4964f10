package dev.lastseat.domain.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * By what name and key others know whoever signs (C2SP signed-note, Ed25519).
 *
 * @param name of the log; the origin of its checkpoints
 * @param id 4 bytes in hexadecimal, made of name and key
 * @param publicKey the 32 bytes of RFC 8032, in Base64
 */
public record VerifierKey(String name, String id, String publicKey) {
  private static final String ED25519 = "01";
  private static final int NAME_BYTES = 8;
  private static final int ID_BYTES = 4;
  private static final HexFormat HEX = HexFormat.of();

  /** The name is made of the key, so no two logs have the same and none has to be thought of. */
  public static VerifierKey of(byte[] publicKey, HashFunction sha256) {
    String name = "lastseat/" + start(NAME_BYTES, sha256.of(publicKey));
    byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return new VerifierKey(
        name,
        start(ID_BYTES, sha256.of(line, typed(publicKey))),
        Base64.getEncoder().encodeToString(publicKey));
  }

  private static String start(int bytes, Hash hash) {
    return hash.hex().substring(0, 2 * bytes);
  }

  private static byte[] typed(byte[] publicKey) {
    return HEX.parseHex(ED25519 + HEX.formatHex(publicKey));
  }

  /** In one line, as {@code golang.org/x/mod/sumdb/note} and other tools take it. */
  public String text() {
    byte[] typed = typed(Base64.getDecoder().decode(publicKey));
    return "%s+%s+%s".formatted(name, id, Base64.getEncoder().encodeToString(typed));
  }
}
