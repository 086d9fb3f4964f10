/** Tickets of bookings, each with its code. */
@NullMarked
package dev.lastseat.http.ticket;

import org.jspecify.annotations.NullMarked;
