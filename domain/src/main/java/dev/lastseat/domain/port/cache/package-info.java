/**
 * What is only remembered. It may forget anything at any moment, and be wrong within its stated
 * time: only speed is lost.
 */
@NullMarked
package dev.lastseat.domain.port.cache;

import org.jspecify.annotations.NullMarked;
