package dev.lastseat.http.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.apikey.ApiKeyToken;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.json.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How API keys are shown. */
public final class ApiKeyViews {
  private ApiKeyViews() {}

  /** {@code key} only where it was created just now. */
  public record ApiKeyView(
      String id,
      String userId,
      String name,
      List<String> scopes,
      @Nullable String eventId,
      String createdAt,
      @Nullable String expiresAt,
      @Nullable String lastUsedAt,
      @Nullable String key) {}

  public static ApiKeyView listed(ApiKey key) {
    return view(key, null);
  }

  static ApiKeyView created(ApiKey key, ApiKeyToken token) {
    return view(key, token.value());
  }

  private static ApiKeyView view(ApiKey key, @Nullable String token) {
    return new ApiKeyView(
        key.id().value(),
        key.owner().value(),
        key.name(),
        key.scopes().stream().sorted().map(Scope::word).toList(),
        key.event().map(EventId::value).orElse(null),
        Times.text(key.createdAt()),
        key.expiresAt().map(Times::text).orElse(null),
        key.lastUsedAt().map(Times::text).orElse(null),
        token);
  }
}
