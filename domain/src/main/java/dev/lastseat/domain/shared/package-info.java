/**
 * Values that events, bookings and users have in common: identifiers, money, pages, and the one
 * exception for a value that cannot exist. Uses the JDK and nothing else of the domain.
 */
@NullMarked
package dev.lastseat.domain.shared;

import org.jspecify.annotations.NullMarked;
