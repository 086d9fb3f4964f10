/**
 * Facts: written into the document that changes, in the same write, and copied into the log from
 * there. Knows nothing of what the documents stand for. {@link dev.lastseat.mongo.fact.FactRelay}
 * is where to begin.
 */
@NullMarked
package dev.lastseat.mongo.fact;

import org.jspecify.annotations.NullMarked;
