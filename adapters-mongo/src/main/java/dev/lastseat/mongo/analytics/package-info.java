/** What was counted of the facts: the collection {@code sales}. */
@NullMarked
package dev.lastseat.mongo.analytics;

import org.jspecify.annotations.NullMarked;
