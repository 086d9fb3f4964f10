package dev.lastseat.http.ticket;

import dev.lastseat.application.bookingmail.ResendTickets;
import dev.lastseat.application.ticket.NameVisitor;
import dev.lastseat.application.ticket.ReissueTicket;
import dev.lastseat.application.ticket.ShowTickets;
import dev.lastseat.application.ticket.SignedCodes;
import dev.lastseat.application.ticket.TicketsInName;
import dev.lastseat.domain.port.CodeImages;

/** What can be done with tickets. */
public record TicketUseCases(
    ShowTickets show,
    ReissueTicket reissue,
    NameVisitor name,
    ResendTickets resend,
    SignedCodes signed,
    TicketsInName inName,
    CodeImages images) {}
