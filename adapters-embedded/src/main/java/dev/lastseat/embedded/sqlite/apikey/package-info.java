/** API keys, in a table of their own. Uses the engine only. */
@NullMarked
package dev.lastseat.embedded.sqlite.apikey;

import org.jspecify.annotations.NullMarked;
