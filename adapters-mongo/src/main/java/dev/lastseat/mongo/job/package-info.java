/** Jobs, a document each. */
@NullMarked
package dev.lastseat.mongo.job;

import org.jspecify.annotations.NullMarked;
