/**
 * Who may do what: every operation of the contract on real things, for everybody who may come. The
 * table is {@code matrix.txt}; {@link dev.lastseat.bootstrap.authorisation.AuthorisationMatrix}
 * sends it to a running Lastseat.
 */
@NullMarked
package dev.lastseat.bootstrap.authorisation;

import org.jspecify.annotations.NullMarked;
