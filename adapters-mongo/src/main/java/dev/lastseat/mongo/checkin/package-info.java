/** Lists, and who was let in by them, a document each. */
@NullMarked
package dev.lastseat.mongo.checkin;

import org.jspecify.annotations.NullMarked;
