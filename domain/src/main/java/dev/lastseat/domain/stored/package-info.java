/**
 * What is stored of each thing, and how it is put together again: once for all stores, which differ
 * in how they keep a field. Begin at {@link dev.lastseat.domain.stored.Fields}, which they read,
 * and {@link dev.lastseat.domain.stored.Values}, which they write. What is written often (orders,
 * facts, deliveries, tokens) each store writes by statements of its own, and only reads from here.
 */
@NullMarked
package dev.lastseat.domain.stored;

import org.jspecify.annotations.NullMarked;
