package dev.lastseat.redis;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.RememberedResponses;
import dev.lastseat.domain.user.UserId;

/**
 * The names of all keys. What is in braces decides which machine of a cluster keeps a key: all keys
 * of an event are on one machine, and so are all of a user.
 *
 * @param prefix before each key, so that others may use the same Redis
 */
record Keys(String prefix) {
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

  String firstPages(UserId user) {
    return of(user, "first-pages");
  }

  String limit(String bucket) {
    return prefix + "limit:{" + bucket + "}";
  }

  String eventNews() {
    return prefix + "event-news";
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
}
