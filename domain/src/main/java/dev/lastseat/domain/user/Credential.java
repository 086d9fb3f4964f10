package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.Identifiers;
import java.util.Optional;
import java.util.Set;

/** What a principal has shown to be who they are. */
public sealed interface Credential {
  /** Whether it is good at the door of the event, by its id: a device is good at one only. */
  default boolean isGoodAtDoorOf(String event) {
    return device().filter(it -> !it.event().equals(event)).isEmpty();
  }

  /** The device that it is of, if so. */
  default Optional<Device> device() {
    return this instanceof Key key ? key.boundTo() : Optional.empty();
  }

  /**
   * An access token of a log-in.
   *
   * @param id names the log-in, which is the family of its refresh tokens
   */
  record Session(String id) implements Credential {
    public Session {
      Identifiers.require("session", id);
    }
  }

  /**
   * An API key.
   *
   * @param scopes what it is good for, as far as the role of its owner goes
   * @param boundTo the device that has it, where it is good at the door of one event only
   */
  record Key(ApiKeyId id, Set<Scope> scopes, Optional<Device> boundTo) implements Credential {
    public Key {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * What scans tickets at the door of one event.
   *
   * @param name what those at the door call it
   * @param event the id of the event, which is unknown in this room
   */
  record Device(String name, String event) {}
}
