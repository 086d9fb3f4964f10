/**
 * Reads what was asked: {@link dev.lastseat.http.input.Fields} the body, {@link
 * dev.lastseat.http.input.Query} the query. All that is wrong is told at once, by the domain's own
 * rules. Knows no resource.
 */
@NullMarked
package dev.lastseat.http.input;

import org.jspecify.annotations.NullMarked;
