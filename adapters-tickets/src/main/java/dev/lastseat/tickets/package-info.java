/**
 * What visitors show at the door. {@link dev.lastseat.tickets.TicketAdapters} is the way in; {@link
 * dev.lastseat.tickets.QrCodes} draws codes. Touches the domain only.
 */
@NullMarked
package dev.lastseat.tickets;

import org.jspecify.annotations.NullMarked;
