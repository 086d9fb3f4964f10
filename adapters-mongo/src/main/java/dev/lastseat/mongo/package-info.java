/**
 * Lastseat's ports on MongoDB, or whatever speaks its wire protocol: the store when one machine is
 * not enough. Every promise is kept by writes of one document and by unique indexes; nothing here
 * needs a transaction. Only the domain and the driver are used here, and no exception of the driver
 * leaves.
 */
@NullMarked
package dev.lastseat.mongo;

import org.jspecify.annotations.NullMarked;
