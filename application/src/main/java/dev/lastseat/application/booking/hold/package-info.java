/** Holds: bought before they end, let end later, and what becomes of those that nobody bought. */
@NullMarked
package dev.lastseat.application.booking.hold;

import org.jspecify.annotations.NullMarked;
