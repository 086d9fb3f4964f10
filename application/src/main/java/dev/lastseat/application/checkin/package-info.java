/**
 * The door: lists of an event, and whoever is let in by them. Begin with {@link
 * dev.lastseat.application.checkin.CheckIn}.
 */
@NullMarked
package dev.lastseat.application.checkin;

import org.jspecify.annotations.NullMarked;
