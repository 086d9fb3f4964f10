package dev.lastseat.http.booking;

import dev.lastseat.application.booking.FindOrder;
import dev.lastseat.application.booking.PlaceOrder;

/** What can be done with orders. */
public record OrderUseCases(PlaceOrder place, FindOrder find) {}
