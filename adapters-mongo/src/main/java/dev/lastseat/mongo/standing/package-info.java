/**
 * Which bookings and orders stand for good, and which their events do not admit: so bookings and
 * events both know it, and not each other. Begin with {@link dev.lastseat.mongo.standing.Standing}.
 */
@NullMarked
package dev.lastseat.mongo.standing;

import org.jspecify.annotations.NullMarked;
