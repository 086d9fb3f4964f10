/**
 * Bookings: one document each, whose places and allowances unique indexes watch over. {@link
 * dev.lastseat.mongo.booking.MongoBookings} is where to begin, {@link
 * dev.lastseat.mongo.booking.GroupInsert} where a booking is sold.
 */
@NullMarked
package dev.lastseat.mongo.booking;

import org.jspecify.annotations.NullMarked;
