/**
 * What every room needs of MongoDB: the client's settings, collections and how something is asked
 * of them, what failures mean, pages, documents field by field, and the schema. Knows nothing of
 * what the documents stand for. {@link dev.lastseat.mongo.engine.Database} is where to begin.
 */
@NullMarked
package dev.lastseat.mongo.engine;

import org.jspecify.annotations.NullMarked;
