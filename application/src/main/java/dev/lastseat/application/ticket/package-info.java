/**
 * Tickets of bookings: which code each of them has, and that it gets another one. Begin with {@link
 * dev.lastseat.application.ticket.TicketCodes}.
 */
@NullMarked
package dev.lastseat.application.ticket;

import org.jspecify.annotations.NullMarked;
