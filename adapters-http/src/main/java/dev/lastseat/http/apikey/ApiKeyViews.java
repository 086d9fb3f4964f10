package dev.lastseat.http.apikey;

import dev.lastseat.application.apikey.ManageApiKeys;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.json.View;

/** How API keys are shown. */
public final class ApiKeyViews {
  public static final View<ApiKey> API_KEY =
      new View<ApiKey>()
          .field("id", key -> key.id().value())
          .field("userId", key -> key.owner().value())
          .field("name", ApiKey::name)
          .field("scopes", key -> key.scopes().stream().sorted().map(Scope::word).toList())
          .field("eventId", key -> key.event().map(EventId::value))
          .field("createdAt", ApiKey::createdAt)
          .field("expiresAt", ApiKey::expiresAt)
          .field("lastUsedAt", ApiKey::lastUsedAt);

  /** The only time that the key itself is told. */
  static final View<ManageApiKeys.Outcome.Created> CREATED =
      new View<ManageApiKeys.Outcome.Created>()
          .all(ManageApiKeys.Outcome.Created::key, API_KEY)
          .field("key", created -> created.token().value());

  private ApiKeyViews() {}
}
