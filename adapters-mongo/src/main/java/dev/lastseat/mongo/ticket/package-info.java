/** Tickets that something was done to, a document each. */
@NullMarked
package dev.lastseat.mongo.ticket;

import org.jspecify.annotations.NullMarked;
