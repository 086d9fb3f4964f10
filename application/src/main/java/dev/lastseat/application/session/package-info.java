/**
 * Who comes back: logging in, staying logged in by rotating refresh tokens, and ending sessions.
 * Touches the domain only; no password and no token is ever logged or kept.
 */
@NullMarked
package dev.lastseat.application.session;

import org.jspecify.annotations.NullMarked;
