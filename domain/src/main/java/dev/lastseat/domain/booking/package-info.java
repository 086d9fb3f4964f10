/**
 * What is bought: bookings and their states, the places and allowances a live booking claims,
 * ticket numbers, and the policy that says whether an event can be booked. Uses {@code event},
 * {@code user} and {@code shared}.
 */
@NullMarked
package dev.lastseat.domain.booking;

import org.jspecify.annotations.NullMarked;
