/**
 * Whether the facts are what they were, and the present is what they tell: sealing them, proofs of
 * what was sealed, and the check of everything. Begin at {@link
 * dev.lastseat.application.audit.SealFacts}.
 */
@NullMarked
package dev.lastseat.application.audit;

import org.jspecify.annotations.NullMarked;
