package dev.lastseat.domain.fact;

import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.UserId;

/**
 * Who changed something: {@code user:ID}, {@code key:ID} of an API key, {@code system:NAME} of a
 * part of the program that works by itself, or {@code anonymous}.
 */
public record Actor(String text) {
  public static final Actor ANONYMOUS = new Actor("anonymous");

  public static Actor of(Principal principal) {
    return principal.credential() instanceof Credential.Key(ApiKeyId key, var _, var _)
        ? new Actor("key:" + key.value())
        : user(principal.userId());
  }

  public static Actor user(UserId user) {
    return new Actor("user:" + user.value());
  }

  public static Actor system(String name) {
    return new Actor("system:" + name);
  }
}
