/**
 * How tickets are sold: booking, holding, confirming, cancelling, and what runs by itself
 * afterwards. The algorithm that finds places ({@link
 * dev.lastseat.application.booking.PlaceFinder}) and what is tried where they were lost ({@link
 * dev.lastseat.application.booking.ClaimFinder}) live here once, for every store.
 */
@NullMarked
package dev.lastseat.application.booking;

import org.jspecify.annotations.NullMarked;
