/**
 * Passkeys: keys that authenticators keep for users, who log in with them instead of a password
 * (Web Authentication Level 2, https://www.w3.org/TR/webauthn-2/). Uses {@code user} and {@code
 * shared} only.
 */
@NullMarked
package dev.lastseat.domain.passkey;

import org.jspecify.annotations.NullMarked;
