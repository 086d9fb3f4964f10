/** What was counted of the facts: the table {@code sales}. */
@NullMarked
package dev.lastseat.embedded.sqlite.analytics;

import org.jspecify.annotations.NullMarked;
