/** Which queries are run: those that are known, where only such are, and none that is too large. */
@NullMarked
package dev.lastseat.graphql.query;

import org.jspecify.annotations.NullMarked;
