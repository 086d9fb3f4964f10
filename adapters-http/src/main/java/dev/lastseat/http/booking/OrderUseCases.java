package dev.lastseat.http.booking;

import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.ListOrders;
import dev.lastseat.application.order.PlaceOrder;

/** What can be done with orders. */
public record OrderUseCases(PlaceOrder place, FindOrder find, ListOrders list) {}
