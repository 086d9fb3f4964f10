/**
 * Who buys and who sells: users, their roles, e-mail addresses and passwords. Uses {@code shared}
 * only.
 */
@NullMarked
package dev.lastseat.domain.user;

import org.jspecify.annotations.NullMarked;
