/**
 * Figures of what lies in the store, for whoever watches the program. Begin at {@code
 * StoreFigures}.
 */
@NullMarked
package dev.lastseat.application.figure;

import org.jspecify.annotations.NullMarked;
