/**
 * Orders, all or nothing: in a transaction where the server has them, else held, decided and
 * confirmed by single writes (ADR 9). {@link dev.lastseat.mongo.order.MongoOrders} is where to
 * begin.
 */
@NullMarked
package dev.lastseat.mongo.order;

import org.jspecify.annotations.NullMarked;
