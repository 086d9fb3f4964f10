/** The tree over the facts and its checkpoints, in collections of their own. */
@NullMarked
package dev.lastseat.mongo.audit;

import org.jspecify.annotations.NullMarked;
