/**
 * What is bought: bookings and their states, ticket numbers, and how they are searched and counted.
 * Uses {@code claim}, {@code event}, {@code user} and {@code shared}.
 */
@NullMarked
package dev.lastseat.domain.booking;

import org.jspecify.annotations.NullMarked;
