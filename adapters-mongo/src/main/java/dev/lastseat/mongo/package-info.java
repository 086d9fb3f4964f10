/**
 * Lastseat's ports on MongoDB, or whatever speaks its wire protocol: the store when one machine is
 * not enough. {@link dev.lastseat.mongo.MongoAdapters} makes them of the rooms {@code event},
 * {@code claim}, {@code booking}, {@code user}, {@code passkey}, {@code apikey} and {@code job},
 * which share {@code engine}. Every promise but that of an order is kept by writes of one document
 * and by unique indexes. Only the domain and the driver are used here, and no exception of the
 * driver leaves.
 */
@NullMarked
package dev.lastseat.mongo;

import org.jspecify.annotations.NullMarked;
