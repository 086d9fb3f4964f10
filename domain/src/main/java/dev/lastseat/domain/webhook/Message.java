package dev.lastseat.domain.webhook;

import java.util.List;

/**
 * What is sent to an endpoint.
 *
 * @param id the same however often it is sent, by which the receiver knows it again
 * @param secrets signs with each of them; two while one takes the place of the other
 * @param body JSON
 */
public record Message(String id, WebhookUrl to, List<WebhookSecret> secrets, String body) {
  public Message {
    secrets = List.copyOf(secrets);
  }
}
