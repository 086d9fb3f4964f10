/**
 * Work that is done later, or that may fail and is then tried again. Begin with {@link
 * dev.lastseat.domain.job.Job}; what keeps it is {@link dev.lastseat.domain.port.store.work.Jobs}.
 */
@NullMarked
package dev.lastseat.domain.job;

import org.jspecify.annotations.NullMarked;
