/**
 * Events and the places that they have, in the tables {@code event} and {@code place}. Begin with
 * {@link dev.lastseat.embedded.sqlite.event.SqliteEvents}. Uses the engine only.
 */
@NullMarked
package dev.lastseat.embedded.sqlite.event;

import org.jspecify.annotations.NullMarked;
