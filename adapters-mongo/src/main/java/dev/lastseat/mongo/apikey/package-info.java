/** API keys, a document each. */
@NullMarked
package dev.lastseat.mongo.apikey;

import org.jspecify.annotations.NullMarked;
