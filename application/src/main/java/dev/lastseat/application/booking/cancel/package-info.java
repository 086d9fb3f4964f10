/**
 * Places given back: of a whole booking, of some of its tickets, and of events that were called
 * off. {@link dev.lastseat.application.booking.cancel.LetIn} says whose tickets nobody gives back.
 */
@NullMarked
package dev.lastseat.application.booking.cancel;

import org.jspecify.annotations.NullMarked;
