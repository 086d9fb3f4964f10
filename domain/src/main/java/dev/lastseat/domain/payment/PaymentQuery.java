package dev.lastseat.domain.payment;

import dev.lastseat.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Which payments are wanted, newest first; payments of the same instant by id, descending.
 *
 * @param since the earliest time of first hearing of it, inclusive
 */
public record PaymentQuery(
    Optional<PaymentStatus> status, Optional<Instant> since, PageRequest page) {}
