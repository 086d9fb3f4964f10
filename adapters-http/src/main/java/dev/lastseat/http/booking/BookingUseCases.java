package dev.lastseat.http.booking;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.ForgetGuest;
import dev.lastseat.application.booking.SellAtBoxOffice;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.booking.hold.ExtendHolds;
import dev.lastseat.application.booking.list.ExportBookings;
import dev.lastseat.application.booking.list.ListBookings;
import dev.lastseat.application.payment.TakePayment;

/** What can be done with bookings. */
public record BookingUseCases(
    BookTickets book,
    SellAtBoxOffice sell,
    ForgetGuest forgetGuest,
    FindBooking find,
    ListBookings list,
    ExportBookings export,
    ConfirmBooking confirm,
    CancelBooking cancel,
    ReturnTickets giveBack,
    ExtendHolds extend,
    TakePayment take) {}
