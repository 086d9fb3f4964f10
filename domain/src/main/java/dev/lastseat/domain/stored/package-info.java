/**
 * What is stored of each thing, and how it is put together again: once for all stores, which differ
 * in how they keep a field. Begin at {@link dev.lastseat.domain.stored.Fields}.
 */
@NullMarked
package dev.lastseat.domain.stored;

import org.jspecify.annotations.NullMarked;
