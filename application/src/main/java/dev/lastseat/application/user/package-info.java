/**
 * Whom an account belongs to, from registering to erasing it, and what it may do. Touches the
 * domain only; no password and no token is ever logged or kept.
 */
@NullMarked
package dev.lastseat.application.user;

import org.jspecify.annotations.NullMarked;
