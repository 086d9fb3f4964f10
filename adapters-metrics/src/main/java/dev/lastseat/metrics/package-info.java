/**
 * Figures of the program at work, kept by Micrometer and read by Prometheus. Nothing here is loaded
 * unless somebody wants it. Begin at {@code MetricsAdapters}.
 */
@NullMarked
package dev.lastseat.metrics;

import org.jspecify.annotations.NullMarked;
