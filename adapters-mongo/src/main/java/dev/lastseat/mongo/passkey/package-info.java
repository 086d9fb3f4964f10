/** Passkeys and the challenges for them, a document each. */
@NullMarked
package dev.lastseat.mongo.passkey;

import org.jspecify.annotations.NullMarked;
