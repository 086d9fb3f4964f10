/**
 * How money that was taken is brought together with what it was taken for. {@code TakePayment} is
 * told of it by whoever runs an event, and {@code SettlePayment} sells what is held for it, or says
 * that it has to go back. {@code ReceivePaymentEvent} takes in what providers tell themselves.
 */
@NullMarked
package dev.lastseat.application.payment;

import org.jspecify.annotations.NullMarked;
