package dev.lastseat.domain.job;

import java.time.Instant;

/**
 * A job that somebody has begun.
 *
 * @param attempt counts from 1; an attempt that ended with its process counts too
 * @param openSince when it was due first, or somebody wanted it to be tried again
 * @param lease the word that whoever ends it must say
 */
public record ClaimedJob(Job job, int attempt, Instant openSince, String lease) {}
