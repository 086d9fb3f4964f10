/**
 * How tickets are sold: booking, holding, confirming, cancelling, and what runs by itself
 * afterwards. What a booking may claim is found in {@code application.claim}.
 */
@NullMarked
package dev.lastseat.application.booking;

import org.jspecify.annotations.NullMarked;
