/**
 * The Merkle tree over the log of facts (RFC 6962, section 2.1) and the signed checkpoints that say
 * what it was: so that whoever kept one finds out when a fact before it was changed. Begin at
 * {@link dev.lastseat.domain.audit.MerkleTree}. Uses {@code fact} and {@code shared}; hashing is
 * handed in, for only adapters know cryptography.
 */
@NullMarked
package dev.lastseat.domain.audit;

import org.jspecify.annotations.NullMarked;
