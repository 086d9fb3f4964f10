/**
 * API keys. Touches their use cases only; {@link dev.lastseat.http.apikey.ApiKeyRoutes} is where to
 * begin. What a key in a request is checked against lies in {@code request}: the sender, and the
 * scope that a route takes.
 */
@NullMarked
package dev.lastseat.http.apikey;

import org.jspecify.annotations.NullMarked;
