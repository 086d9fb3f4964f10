/**
 * Bookings and orders, in the tables {@code booking}, {@code allowance} and {@code orders}. Begin
 * with {@link dev.lastseat.embedded.sqlite.booking.SqliteBookings}. Uses the engine, and events to
 * judge a booking by the event that is stored.
 */
@NullMarked
package dev.lastseat.embedded.sqlite.booking;

import org.jspecify.annotations.NullMarked;
