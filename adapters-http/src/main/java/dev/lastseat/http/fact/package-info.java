/** What happened: the log of facts, and the history of one event or booking. */
@NullMarked
package dev.lastseat.http.fact;

import org.jspecify.annotations.NullMarked;
