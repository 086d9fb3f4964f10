/**
 * What a booking may claim of its event, places and allowances, and what claims give back: found by
 * hints first, and by looks at the store where these are exhausted.
 */
@NullMarked
package dev.lastseat.application.claim;

import org.jspecify.annotations.NullMarked;
