/**
 * The security adapters against the contracts of their ports, and against tokens and passwords as
 * attackers make them.
 */
@NullMarked
package dev.lastseat.security;

import org.jspecify.annotations.NullMarked;
