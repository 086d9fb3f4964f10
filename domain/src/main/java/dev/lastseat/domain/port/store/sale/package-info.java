/**
 * Stores of what is sold, to whom, and who was let in. A store decides every race that it is asked
 * to decide in one atomic step, and what it acknowledged survives the end of the process.
 */
@NullMarked
package dev.lastseat.domain.port.store.sale;

import org.jspecify.annotations.NullMarked;
