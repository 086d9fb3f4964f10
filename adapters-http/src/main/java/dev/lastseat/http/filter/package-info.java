/**
 * What a request meets before and after its route: its id, its sender, limits, headers, logs, and
 * how errors become HTTP. {@link dev.lastseat.http.filter.RequestFilter} comes first.
 */
@NullMarked
package dev.lastseat.http.filter;

import org.jspecify.annotations.NullMarked;
