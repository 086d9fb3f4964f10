package dev.lastseat.domain.job;

import java.time.Instant;

/**
 * Something to be done once its time has come.
 *
 * @param kind names what does it, such as {@code mail}
 * @param payload what whoever does it must know: what it is about, not the state that has then
 * @param since when it was due first
 */
public record Job(JobId id, String kind, String payload, Instant since) {}
