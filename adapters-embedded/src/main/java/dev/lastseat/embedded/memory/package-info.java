/**
 * What one instance remembers by itself, in bounded caches that end with the process: the default,
 * and what an instance falls back to while Redis is away. Begin at {@link
 * dev.lastseat.embedded.memory.InProcessAdapters}. Touches the domain and Caffeine only.
 */
@NullMarked
package dev.lastseat.embedded.memory;

import org.jspecify.annotations.NullMarked;
