package dev.lastseat.domain.session;

import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;

/**
 * A log-in, and all that descends from it: refresh tokens that were rotated one into the next, and
 * the access tokens that they bought.
 *
 * @param id names it; access tokens carry it ({@link Credential.Session})
 * @param lastUsedAt when it last got tokens
 * @param expiresAt when it ends unless it is used before
 * @param endsAt when it ends, however much it is used
 */
public record Session(
    String id,
    UserId userId,
    Client client,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    Instant endsAt) {}
