/** How the program and what it depends on are, for those who probe it. */
@NullMarked
package dev.lastseat.http.health;

import org.jspecify.annotations.NullMarked;
