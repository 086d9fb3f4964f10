/**
 * The log of facts, and stores of what is made of it. What was acknowledged survives the end of the
 * process.
 */
@NullMarked
package dev.lastseat.domain.port.store.fact;

import org.jspecify.annotations.NullMarked;
