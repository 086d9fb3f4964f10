/**
 * API keys: creating, listing and revoking them, and telling whom the one in a request acts for.
 * Touches the domain only; no secret is ever logged or kept.
 */
@NullMarked
package dev.lastseat.application.apikey;

import org.jspecify.annotations.NullMarked;
