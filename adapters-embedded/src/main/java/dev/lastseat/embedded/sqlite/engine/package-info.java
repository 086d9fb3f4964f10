/**
 * The store file itself: its folder and schema, one writer, and connections that read. It knows
 * nothing of what is kept in it but events as a transaction remembers them. Begin with {@link
 * dev.lastseat.embedded.sqlite.engine.Database}.
 */
@NullMarked
package dev.lastseat.embedded.sqlite.engine;

import org.jspecify.annotations.NullMarked;
