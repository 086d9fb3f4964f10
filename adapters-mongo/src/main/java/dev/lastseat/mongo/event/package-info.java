/**
 * Events, and the changes of them that take more than one write. What these need of bookings they
 * ask of the rooms {@code claim} and {@code standing}. {@link dev.lastseat.mongo.event.MongoEvents}
 * is where to begin.
 */
@NullMarked
package dev.lastseat.mongo.event;

import org.jspecify.annotations.NullMarked;
