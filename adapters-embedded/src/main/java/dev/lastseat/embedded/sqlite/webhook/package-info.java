/** Webhooks and what was told to them, a table each. Uses the engine only. */
@NullMarked
package dev.lastseat.embedded.sqlite.webhook;

import org.jspecify.annotations.NullMarked;
