/**
 * What routes are written with: {@link dev.lastseat.http.request.Route} and who may use it, bodies,
 * entity tags and answers. Knows no resource.
 */
@NullMarked
package dev.lastseat.http.request;

import org.jspecify.annotations.NullMarked;
