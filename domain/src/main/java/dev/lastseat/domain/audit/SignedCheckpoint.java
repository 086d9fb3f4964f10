package dev.lastseat.domain.audit;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint and who signed it (C2SP signed-note).
 *
 * @param keyId 4 bytes in hexadecimal: of the {@link VerifierKey} that the signature is by
 * @param signature 64 bytes of Ed25519, in Base64
 */
public record SignedCheckpoint(Checkpoint checkpoint, String keyId, String signature) {
  private static final int ID_BYTES = 4;
  private static final HexFormat HEX = HexFormat.of();

  /** Others may have signed it too, in lines of their own. */
  private static final Pattern NOTE =
      Pattern.compile(
          """
          (?<origin>[^\\s+]+)
          (?<size>0|[1-9]\\d{0,17})
          (?<root>[A-Za-z0-9+/]{43}=)

          (?:— \\S+ \\S+\\n)*?— \\k<origin> (?<signature>[A-Za-z0-9+/]{91}=)
          (?:— \\S+ \\S+\\n)*\
          """);

  public static SignedCheckpoint by(VerifierKey key, Checkpoint checkpoint, byte[] signature) {
    return new SignedCheckpoint(
        checkpoint, key.id(), Base64.getEncoder().encodeToString(signature));
  }

  /** Reads {@link #note}, to which others may have added their signatures. */
  public static SignedCheckpoint parse(String note) {
    Matcher parts = NOTE.matcher(note);
    if (!parts.matches()) {
      throw new InvalidValue("checkpoint", note, "must be a signed checkpoint of a log");
    }
    byte[] signed = Base64.getDecoder().decode(parts.group("signature"));
    return new SignedCheckpoint(
        new Checkpoint(
            parts.group("origin"),
            Long.parseLong(parts.group("size")),
            Hash.ofBase64(parts.group("root"))),
        HEX.formatHex(signed, 0, ID_BYTES),
        Base64.getEncoder().encodeToString(Arrays.copyOfRange(signed, ID_BYTES, signed.length)));
  }

  public byte[] signatureBytes() {
    return Base64.getDecoder().decode(signature);
  }

  /** The whole text, to be kept by whoever wants to hold the log to it. */
  public String note() {
    byte[] signed = HEX.parseHex(keyId + HEX.formatHex(signatureBytes()));
    return "%s\n— %s %s\n"
        .formatted(
            checkpoint.text(), checkpoint.origin(), Base64.getEncoder().encodeToString(signed));
  }
}
