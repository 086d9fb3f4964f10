package dev.lastseat.domain.job;

/** How many jobs of a kind are in a state. */
public record JobCount(String kind, JobState state, long jobs) {}
