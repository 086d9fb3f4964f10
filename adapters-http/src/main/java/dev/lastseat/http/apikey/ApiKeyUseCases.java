package dev.lastseat.http.apikey;

import dev.lastseat.application.apikey.CheckApiKey;
import dev.lastseat.application.apikey.ManageApiKeys;

/** What can be done with API keys. */
public record ApiKeyUseCases(ManageApiKeys manage, CheckApiKey check) {}
