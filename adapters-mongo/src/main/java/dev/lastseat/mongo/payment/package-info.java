/** Payments in the collection {@code payments}. Begin with {@code MongoPayments}. */
@NullMarked
package dev.lastseat.mongo.payment;

import org.jspecify.annotations.NullMarked;
