/**
 * Real engines for tests: which MongoDB and which Redis they run against is decided here, once a
 * JVM. {@link dev.lastseat.engines.Engines} is the way in. Used in test scope only.
 */
@NullMarked
package dev.lastseat.engines;

import org.jspecify.annotations.NullMarked;
