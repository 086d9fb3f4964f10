package dev.lastseat.http.booking;

import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.ConfirmOrder;
import dev.lastseat.application.order.ExtendOrder;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.application.payment.TakePayment;

/** What can be done with orders. */
public record OrderUseCases(
    PlaceOrder place,
    FindOrder find,
    ConfirmOrder confirm,
    CancelOrder cancel,
    ExtendOrder extend,
    TakePayment take) {}
