/** What is told to users by mail. Begin with {@link dev.lastseat.domain.mail.Letter}. */
@NullMarked
package dev.lastseat.domain.mail;

import org.jspecify.annotations.NullMarked;
