/**
 * Everything about an account at once, as the rooms of users, bookings, passkeys and keys show it.
 */
@NullMarked
package dev.lastseat.http.account;

import org.jspecify.annotations.NullMarked;
