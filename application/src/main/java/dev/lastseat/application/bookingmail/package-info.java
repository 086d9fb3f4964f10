/**
 * Mails to buyers about their bookings. {@link dev.lastseat.application.bookingmail.BookingMails}
 * follows the facts and asks for them; {@link dev.lastseat.application.bookingmail.BookingLetters}
 * writes what they say when they are sent.
 */
@NullMarked
package dev.lastseat.application.bookingmail;

import org.jspecify.annotations.NullMarked;
