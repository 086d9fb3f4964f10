package dev.lastseat.domain.user;

import java.time.Instant;

/**
 * One refresh token of a log-in, as the store knows it. Tokens that were rotated one into the next
 * are a family.
 *
 * @param tokenHash the fingerprint of the token; the token itself is nowhere kept
 * @param family names the log-in all of these tokens descend from
 */
public record Session(TokenHash tokenHash, String family, UserId userId, Instant expiresAt) {}
