/**
 * Events: searching and showing them, and what admins do with them. Touches the use cases of events
 * only; {@link dev.lastseat.http.event.EventRoutes} is where to begin.
 */
@NullMarked
package dev.lastseat.http.event;

import org.jspecify.annotations.NullMarked;
