/**
 * Jobs that were given up, for admins. Touches their use case only; {@link
 * dev.lastseat.http.job.JobRoutes} is all there is.
 */
@NullMarked
package dev.lastseat.http.job;

import org.jspecify.annotations.NullMarked;
