/**
 * What surrounds every route: headers, limits, who asks, and how errors become HTTP. Knows no
 * resource; {@link dev.lastseat.http.request.RequestFilter} is what a request meets first, and
 * {@link dev.lastseat.http.request.Route} what it meets then.
 */
@NullMarked
package dev.lastseat.http.request;

import org.jspecify.annotations.NullMarked;
