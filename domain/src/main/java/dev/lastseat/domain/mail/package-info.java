/**
 * What is told to users by mail. Begin with {@link dev.lastseat.domain.mail.Letter}; what sends it
 * is {@link dev.lastseat.domain.port.Mailer}.
 */
@NullMarked
package dev.lastseat.domain.mail;

import org.jspecify.annotations.NullMarked;
