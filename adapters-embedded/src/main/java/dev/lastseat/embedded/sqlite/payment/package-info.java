/** Payments in the table {@code payment}. Begin with {@code SqlitePayments}. */
@NullMarked
package dev.lastseat.embedded.sqlite.payment;

import org.jspecify.annotations.NullMarked;
