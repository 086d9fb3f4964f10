/** Tickets that something was done to, a row each. Uses the engine and the rows of facts. */
@NullMarked
package dev.lastseat.embedded.sqlite.ticket;

import org.jspecify.annotations.NullMarked;
