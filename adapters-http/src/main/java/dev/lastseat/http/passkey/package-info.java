/**
 * Passkeys. Touches their use cases and shows sessions as {@code user} does; {@link
 * dev.lastseat.http.passkey.PasskeyRoutes} is where to begin.
 */
@NullMarked
package dev.lastseat.http.passkey;

import org.jspecify.annotations.NullMarked;
