package dev.lastseat.domain.fact;

/**
 * A fact in the log.
 *
 * @param sequence its place there: 1, 2, 3 and so on, without gaps; in one stream it grows with the
 *     version
 */
public record RecordedFact(long sequence, Fact fact) {}
