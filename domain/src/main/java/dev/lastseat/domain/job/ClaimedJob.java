package dev.lastseat.domain.job;

/**
 * A job that somebody has begun.
 *
 * @param attempt counts from 1; an attempt that ended with its process counts too
 * @param lease the word that whoever ends it must say
 */
public record ClaimedJob(Job job, int attempt, String lease) {}
