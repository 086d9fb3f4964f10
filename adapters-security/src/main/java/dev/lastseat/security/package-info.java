/**
 * Password hashes (bcrypt), access tokens (JWT) and fingerprints of refresh tokens. {@link
 * dev.lastseat.security.SecurityAdapters} is the way in. Touches the domain, jbcrypt and java-jwt
 * only.
 */
@NullMarked
package dev.lastseat.security;

import org.jspecify.annotations.NullMarked;
