/**
 * API keys: what programs act by for a user, within scopes. Uses {@code event}, {@code user} and
 * {@code shared} only.
 */
@NullMarked
package dev.lastseat.domain.apikey;

import org.jspecify.annotations.NullMarked;
