package dev.lastseat.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A Lua script: one atomic step. It never answers nil.
 *
 * @param sha its name, once Redis has seen it
 */
record Script(String text, String sha) {
  static Script of(String text) {
    return new Script(text, sha1(text));
  }

  /** The script with its keys, which have one hash tag, and its arguments. */
  Command with(List<String> keys, Object... arguments) {
    return new Command(this, keys, Arrays.stream(arguments).map(Object::toString).toList());
  }

  private static String sha1(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }
}
