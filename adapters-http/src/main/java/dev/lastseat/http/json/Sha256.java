package dev.lastseat.http.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), for fingerprints and checksums. */
public final class Sha256 {
  private Sha256() {}

  /** The digest in hexadecimal. */
  public static String fingerprint(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /** The first half of the digest, in base64url: 22 characters. */
  public static String half(String text) {
    byte[] digest = digest(text.getBytes(StandardCharsets.UTF_8));
    byte[] half = Arrays.copyOf(digest, digest.length / 2);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  public static String fingerprint(String text) {
    return fingerprint(text.getBytes(StandardCharsets.UTF_8));
  }
}
