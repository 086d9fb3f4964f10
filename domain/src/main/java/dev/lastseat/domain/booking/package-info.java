/**
 * What is bought: bookings and their states, orders, ticket numbers, and the policy that says
 * whether an event can be booked. Uses {@code claim}, {@code event}, {@code user} and {@code
 * shared}.
 */
@NullMarked
package dev.lastseat.domain.booking;

import org.jspecify.annotations.NullMarked;
