/**
 * Password hashes (bcrypt), access tokens (JWT), fingerprints of refresh tokens and signatures of
 * checkpoints (Ed25519). {@link dev.lastseat.security.SecurityAdapters} is the way in. Touches the
 * domain, jbcrypt and java-jwt only.
 */
@NullMarked
package dev.lastseat.security;

import org.jspecify.annotations.NullMarked;
