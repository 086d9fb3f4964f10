/**
 * Places given back: of a whole booking, of some of its tickets, and of events that were called
 * off. Tickets that let somebody in are given back by nobody ({@link
 * dev.lastseat.domain.port.store.sale.Checkins#letIn}).
 */
@NullMarked
package dev.lastseat.application.booking.cancel;

import org.jspecify.annotations.NullMarked;
