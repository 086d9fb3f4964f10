/**
 * How tickets are sold, by their buyer and at the box office, and who is shown a booking. What a
 * booking may claim is found in {@code application.claim}; what becomes of it later is in the rooms
 * {@code hold}, {@code cancel} and {@code list}. Begin with {@link
 * dev.lastseat.application.booking.BookTickets}.
 */
@NullMarked
package dev.lastseat.application.booking;

import org.jspecify.annotations.NullMarked;
