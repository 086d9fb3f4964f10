/**
 * Who is who: registering, logging in, staying logged in by rotating refresh tokens, and logging
 * out. Touches the domain only; no password and no token is ever logged or kept.
 */
@NullMarked
package dev.lastseat.application.user;

import org.jspecify.annotations.NullMarked;
