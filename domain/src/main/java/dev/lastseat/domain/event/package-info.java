/**
 * What is sold: an event, its state and the rules for changing it. Uses {@code shared} only; knows
 * nothing of bookings but the number of places there are.
 */
@NullMarked
package dev.lastseat.domain.event;

import org.jspecify.annotations.NullMarked;
