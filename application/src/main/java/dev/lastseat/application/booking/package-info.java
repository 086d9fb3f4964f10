/**
 * How tickets are sold: booking, holding, confirming, cancelling, and what runs by itself
 * afterwards. The algorithm that finds places ({@link
 * dev.lastseat.application.booking.PlaceFinder}) and the loop around it ({@link
 * dev.lastseat.application.booking.BookTickets}) live here once, for every store.
 */
@NullMarked
package dev.lastseat.application.booking;

import org.jspecify.annotations.NullMarked;
