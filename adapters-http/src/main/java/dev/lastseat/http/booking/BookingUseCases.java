package dev.lastseat.http.booking;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.CancelBooking;
import dev.lastseat.application.booking.ConfirmBooking;
import dev.lastseat.application.booking.ExportBookings;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.ListBookings;

/** What can be done with bookings. */
public record BookingUseCases(
    BookTickets book,
    FindBooking find,
    ListBookings list,
    ExportBookings export,
    ConfirmBooking confirm,
    CancelBooking cancel) {}
