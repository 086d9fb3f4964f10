/**
 * Mails, which no request waits for. Whoever has something to tell puts it into the {@link
 * dev.lastseat.application.mail.MailQueue}; it is sent soon, as a {@link
 * dev.lastseat.application.mail.LetterWriter} writes it then.
 */
@NullMarked
package dev.lastseat.application.mail;

import org.jspecify.annotations.NullMarked;
