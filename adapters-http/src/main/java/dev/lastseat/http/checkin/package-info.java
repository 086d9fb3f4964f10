/** The door: lists of an event, and scans. */
@NullMarked
package dev.lastseat.http.checkin;

import org.jspecify.annotations.NullMarked;
