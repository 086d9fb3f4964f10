/**
 * Bookings and orders, each made once however often it is asked for. Touches their use cases only;
 * {@link dev.lastseat.http.booking.BookingRoutes} is where to begin.
 */
@NullMarked
package dev.lastseat.http.booking;

import org.jspecify.annotations.NullMarked;
