/**
 * Passkeys: adding them to an account, looking after them, and logging in with one. Touches the
 * domain, and {@code user} for the session that a log-in starts.
 */
@NullMarked
package dev.lastseat.application.passkey;

import org.jspecify.annotations.NullMarked;
