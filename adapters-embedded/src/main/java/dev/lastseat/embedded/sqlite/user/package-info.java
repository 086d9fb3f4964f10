/** Users and their sessions, in tables of the same names. Uses the engine only. */
@NullMarked
package dev.lastseat.embedded.sqlite.user;

import org.jspecify.annotations.NullMarked;
