/**
 * What the contracts of all entrances have in common: the codes of errors, and how times and
 * amounts are written. Begin with {@link dev.lastseat.application.api.ErrorCode}.
 */
@NullMarked
package dev.lastseat.application.api;

import org.jspecify.annotations.NullMarked;
