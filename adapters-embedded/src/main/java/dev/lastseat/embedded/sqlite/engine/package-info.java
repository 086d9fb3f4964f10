/**
 * The store file itself: its folder and schema, one writer, connections that read, rows and pages.
 * Knows nothing of what is kept in it but events as a transaction remembers them. Begin with {@link
 * dev.lastseat.embedded.sqlite.engine.Database}.
 */
@NullMarked
package dev.lastseat.embedded.sqlite.engine;

import org.jspecify.annotations.NullMarked;
