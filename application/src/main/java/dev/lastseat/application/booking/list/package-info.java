/** Many bookings at once: pages of a list, all of it for an export, and all of one user. */
@NullMarked
package dev.lastseat.application.booking.list;

import org.jspecify.annotations.NullMarked;
