/**
 * Mails. Begin with {@link dev.lastseat.mail.MailAdapters}; {@link dev.lastseat.mail.Letters} has
 * the words, from the folder of a language, and {@link dev.lastseat.mail.Messages} what surrounds
 * them: the calendar files of tickets too. Another language is another folder beside {@code en}.
 */
@NullMarked
package dev.lastseat.mail;

import org.jspecify.annotations.NullMarked;
