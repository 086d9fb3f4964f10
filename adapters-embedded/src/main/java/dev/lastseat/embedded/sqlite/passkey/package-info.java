/** Passkeys and the challenges for them, in tables of their own. Uses the engine only. */
@NullMarked
package dev.lastseat.embedded.sqlite.passkey;

import org.jspecify.annotations.NullMarked;
