package dev.lastseat.http.payment;

import dev.lastseat.application.payment.ListPayments;
import dev.lastseat.application.payment.ReceivePaymentEvent;
import dev.lastseat.application.payment.RecordRefund;

/** What can be done with payments. */
public record PaymentUseCases(
    ListPayments list, RecordRefund refund, ReceivePaymentEvent receive) {}
