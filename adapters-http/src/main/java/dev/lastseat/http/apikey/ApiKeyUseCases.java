package dev.lastseat.http.apikey;

import dev.lastseat.application.apikey.CheckApiKey;
import dev.lastseat.application.apikey.CreateApiKey;
import dev.lastseat.application.apikey.ListApiKeys;
import dev.lastseat.application.apikey.RevokeApiKey;

/** What can be done with API keys. */
public record ApiKeyUseCases(
    CreateApiKey create, ListApiKeys list, RevokeApiKey revoke, CheckApiKey check) {}
