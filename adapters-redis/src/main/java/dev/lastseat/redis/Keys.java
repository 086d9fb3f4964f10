package dev.lastseat.redis;

import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The names of all keys. What is in braces decides which machine of a cluster keeps a key: all keys
 * of an event are on one machine, and so are all of a user.
 *
 * @param prefix before each key, so that others may use the same Redis
 */
record Keys(String prefix) {
  private static final int BUCKET_BYTES = 16;

  String event(EventId event) {
    return of(event, "event");
  }

  String counts(EventId event) {
    return of(event, "counts");
  }

  String hints(EventId event) {
    return of(event, "hints");
  }

  String released(EventId event) {
    return of(event, "released");
  }

  String search(EventId event) {
    return of(event, "search");
  }

  String response(RememberedResponses.Key key) {
    return of(key.user(), "response:" + key.value().value());
  }

  String firstPage(UserId user) {
    return of(user, "first-page");
  }

  /** By a hash: buckets are named after addresses and accounts, which are nobody's business. */
  String limit(String bucket) {
    return prefix + "limit:{" + hash(bucket) + "}";
  }

  String health() {
    return prefix + "health";
  }

  private String of(EventId event, String what) {
    return prefix + "event:{" + event.value() + "}:" + what;
  }

  private String of(UserId user, String what) {
    return prefix + "user:{" + user.value() + "}:" + what;
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BUCKET_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
