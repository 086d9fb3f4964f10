/**
 * Check-in: who was let in by which ticket. Every event has {@link
 * dev.lastseat.domain.checkin.CheckinList}s, and a ticket lets one visitor in on each of them. Uses
 * {@code event}, {@code ticket} and {@code shared} only.
 */
@NullMarked
package dev.lastseat.domain.checkin;

import org.jspecify.annotations.NullMarked;
