package dev.lastseat.domain.port.security;

import dev.lastseat.domain.webhook.WebhookSecret;
import java.time.Instant;

/**
 * Signs messages to others, and tells who signed those of others: by HMAC-SHA-256 over id, time and
 * the very bytes of the body (Standard Webhooks 1.0).
 */
public interface WebhookSignatures {
  /** As the header {@code webhook-signature} has it for one secret. */
  String sign(WebhookSecret secret, String id, Instant at, byte[] body);

  /**
   * Whether one of the signatures is of that secret, in a time that tells nothing of it; false for
   * whatever is none.
   *
   * @param signatures as the header {@code webhook-signature} has them: one or several, with blanks
   *     between them
   */
  boolean verifies(WebhookSecret secret, String id, Instant at, byte[] body, String signatures);
}
