/** The sealed facts: checkpoints of them, and proofs. */
@NullMarked
package dev.lastseat.http.audit;

import org.jspecify.annotations.NullMarked;
