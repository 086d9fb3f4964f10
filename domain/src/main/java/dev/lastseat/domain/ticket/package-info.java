/**
 * Tickets: what lets one visitor in. A booking has as many as places, each with a {@link
 * dev.lastseat.domain.ticket.TicketCode} of its own (docs/adr/0034). Uses {@code booking}, {@code
 * event} and {@code shared} only.
 */
@NullMarked
package dev.lastseat.domain.ticket;

import org.jspecify.annotations.NullMarked;
