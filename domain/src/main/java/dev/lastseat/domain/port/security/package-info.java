/** The cryptography behind passwords, tokens, passkeys and signed checkpoints. */
@NullMarked
package dev.lastseat.domain.port.security;

import org.jspecify.annotations.NullMarked;
