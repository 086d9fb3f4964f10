/**
 * Mails, which no request waits for. Whoever has something to tell puts it into the {@link
 * dev.lastseat.application.mail.MailQueue}; {@link dev.lastseat.application.mail.SendMail} sends it
 * soon, as a {@link dev.lastseat.application.mail.LetterWriter} writes it then.
 */
@NullMarked
package dev.lastseat.application.mail;

import org.jspecify.annotations.NullMarked;
