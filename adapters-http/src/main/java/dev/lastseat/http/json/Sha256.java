package dev.lastseat.http.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), for fingerprints and checksums. */
public final class Sha256 {
  private Sha256() {}

  /** The digest in hexadecimal. */
  public static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  public static String fingerprint(String text) {
    return fingerprint(text.getBytes(StandardCharsets.UTF_8));
  }
}
