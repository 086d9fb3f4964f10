/** Who somebody is: the cryptography behind passwords, tokens and passkeys. */
@NullMarked
package dev.lastseat.domain.port.security;

import org.jspecify.annotations.NullMarked;
