/**
 * Orders: bookings of one user for several events that are made together. Uses {@code booking},
 * {@code policy}, {@code user} and {@code shared}.
 */
@NullMarked
package dev.lastseat.domain.order;

import org.jspecify.annotations.NullMarked;
