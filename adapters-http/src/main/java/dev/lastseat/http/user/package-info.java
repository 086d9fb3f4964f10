/**
 * Accounts and sessions. Touches their use cases only; {@link dev.lastseat.http.user.AuthRoutes} is
 * where to begin.
 */
@NullMarked
package dev.lastseat.http.user;

import org.jspecify.annotations.NullMarked;
