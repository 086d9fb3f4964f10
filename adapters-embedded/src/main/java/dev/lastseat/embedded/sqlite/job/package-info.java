/** Jobs, in a table of their own. Uses the engine only. */
@NullMarked
package dev.lastseat.embedded.sqlite.job;

import org.jspecify.annotations.NullMarked;
