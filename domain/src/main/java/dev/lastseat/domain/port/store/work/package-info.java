/**
 * Stores of what is done later: jobs, and what webhooks are told. A store decides every race that
 * it is asked to decide in one atomic step, and what it acknowledged survives the end of the
 * process.
 */
@NullMarked
package dev.lastseat.domain.port.store.work;

import org.jspecify.annotations.NullMarked;
