/** The tree over the facts and its checkpoints: the tables {@code tile} and {@code checkpoint}. */
@NullMarked
package dev.lastseat.embedded.sqlite.audit;

import org.jspecify.annotations.NullMarked;
