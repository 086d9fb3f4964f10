/**
 * What admins do with events and how everybody reads them: {@code EventEditor} for all that changes
 * an event, and the two readers (of events and of their availability) that go through the caches.
 * Touches the domain only; a cache is never the truth here.
 */
@NullMarked
package dev.lastseat.application.event;

import org.jspecify.annotations.NullMarked;
