/**
 * Money that a provider takes for bookings and orders: how far it is, what it is for, what became
 * of it and what went back. Uses {@code booking}, {@code event} and {@code shared}. Begin with
 * {@code Payment}.
 */
@NullMarked
package dev.lastseat.domain.payment;

import org.jspecify.annotations.NullMarked;
