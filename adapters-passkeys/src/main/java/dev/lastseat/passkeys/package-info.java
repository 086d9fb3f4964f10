/**
 * What authenticators sign, checked by WebAuthn4J. {@link dev.lastseat.passkeys.PasskeyAdapters} is
 * the way in. The library brings a Jackson of its own, which nobody else may use, and is loaded
 * when the first passkey comes (docs/adr/0020). Touches the domain only.
 */
@NullMarked
package dev.lastseat.passkeys;

import org.jspecify.annotations.NullMarked;
