package dev.lastseat.application.ticket;

import dev.lastseat.application.booking.BookingWithEvent;
import java.util.List;

/** A booking with its tickets. */
public record TicketsOfBooking(BookingWithEvent booking, List<IssuedTicket> tickets) {}
