/** Webhooks and what was told to them, a document each. */
@NullMarked
package dev.lastseat.mongo.webhook;

import org.jspecify.annotations.NullMarked;
