/**
 * Payments: what is known of them, and the inbox for what providers tell. Touches their use cases
 * only. Begin with {@link dev.lastseat.http.payment.PaymentEventRoutes}.
 */
@NullMarked
package dev.lastseat.http.payment;

import org.jspecify.annotations.NullMarked;
