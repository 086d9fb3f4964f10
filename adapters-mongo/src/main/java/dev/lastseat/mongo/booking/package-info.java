/**
 * Bookings: one document each, whose places and allowances unique indexes watch over; and orders of
 * several, all or nothing: in a transaction where the server has them, else held, decided and
 * confirmed by single writes (ADR 9). {@link dev.lastseat.mongo.booking.MongoBookings} and {@link
 * dev.lastseat.mongo.booking.MongoOrders} are where to begin, {@link
 * dev.lastseat.mongo.booking.GroupInsert} where a booking is sold.
 */
@NullMarked
package dev.lastseat.mongo.booking;

import org.jspecify.annotations.NullMarked;
