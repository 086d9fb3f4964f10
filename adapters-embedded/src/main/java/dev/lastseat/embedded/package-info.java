/**
 * The default engine, with nothing to install: a SQLite file for what must last ({@code sqlite}),
 * and bounded in-process caches for what may be forgotten ({@code memory}). {@link
 * dev.lastseat.embedded.EmbeddedAdapters} is the way into the file. Touches the domain, sqlite-jdbc
 * and Caffeine only.
 */
@NullMarked
package dev.lastseat.embedded;

import org.jspecify.annotations.NullMarked;
