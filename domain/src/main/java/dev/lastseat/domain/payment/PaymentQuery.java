package dev.lastseat.domain.payment;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Which payments are wanted, newest first; payments of the same instant by id, descending.
 *
 * @param event which of them is sold, maybe among others
 * @param since the earliest time of first hearing of it, inclusive
 */
public record PaymentQuery(
    Optional<EventId> event,
    Optional<PaymentStatus> status,
    Optional<Instant> since,
    PageRequest page) {}
