/** Events, bookings and orders as documents, for all rooms that read or write them. */
@NullMarked
package dev.lastseat.mongo.document;

import org.jspecify.annotations.NullMarked;
