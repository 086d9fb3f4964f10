/**
 * Doing what was put off: {@link dev.lastseat.application.job.RunJobs} has the jobs of one kind
 * done by a {@link dev.lastseat.application.job.JobHandler}, and tries again what failed.
 */
@NullMarked
package dev.lastseat.application.job;

import org.jspecify.annotations.NullMarked;
