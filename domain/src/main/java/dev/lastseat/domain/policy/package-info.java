/**
 * What is asked for, whether it is sold, and why not. Begin with {@link
 * dev.lastseat.domain.policy.BookingPolicy}. Uses {@code booking}, {@code claim}, {@code event} and
 * {@code shared}.
 */
@NullMarked
package dev.lastseat.domain.policy;

import org.jspecify.annotations.NullMarked;
