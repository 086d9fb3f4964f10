/**
 * What a live booking claims: places of its event, and a part of its user's allowance. No two live
 * bookings claim the same. Uses {@code shared}.
 */
@NullMarked
package dev.lastseat.domain.claim;

import org.jspecify.annotations.NullMarked;
