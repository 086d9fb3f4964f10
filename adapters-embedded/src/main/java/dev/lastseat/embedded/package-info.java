/**
 * The default engine, with nothing to install: a SQLite file for what must last, and bounded
 * in-process caches for what may be forgotten. {@link dev.lastseat.embedded.EmbeddedAdapters} is
 * the way in. Touches the domain, sqlite-jdbc and Caffeine only.
 */
@NullMarked
package dev.lastseat.embedded;

import org.jspecify.annotations.NullMarked;
