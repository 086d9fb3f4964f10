/**
 * Stores of accounts and of what proves that somebody may use one. A store decides every race that
 * it is asked to decide in one atomic step, and what it acknowledged survives the end of the
 * process.
 */
@NullMarked
package dev.lastseat.domain.port.store.account;

import org.jspecify.annotations.NullMarked;
